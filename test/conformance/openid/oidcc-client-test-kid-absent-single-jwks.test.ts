import { it } from 'vitest'
import { oidcCore } from './support/profiles.ts'
import { logInAt } from './support/relying-party.ts'
import { accepted } from './support/verdict.ts'

it('accepts an ID token that names no key where only one could have signed it', async () => {
  const login = await logInAt(oidcCore, { namelessKeys: { strangers: 0 } })
  accepted(login)
})
