import { it } from 'vitest'
import { logInAt } from './support/log-in.ts'
import { oidcCore } from './support/profiles.ts'
import { accepted } from './support/verdict.ts'

it('accepts an ID token that names no key where only one could have signed it', async () => {
  const login = await logInAt(oidcCore, { namelessKeys: { strangers: 0 } })
  accepted(login)
})
