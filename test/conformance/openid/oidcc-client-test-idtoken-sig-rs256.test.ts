import { it } from 'vitest'
import { oidcCore } from './support/profiles.ts'
import { logInAt } from './support/relying-party.ts'
import { accepted } from './support/verdict.ts'

it('accepts an ID token signed with RS256, as the client is registered for', async () => {
  const login = await logInAt(oidcCore, { signIdToken: (claims, keys) => keys.sign(claims, { alg: 'RS256' }) })
  accepted(login)
})
