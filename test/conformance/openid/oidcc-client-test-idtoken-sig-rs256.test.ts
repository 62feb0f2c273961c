import { it } from 'vitest'
import { logInAt } from './support/log-in.ts'
import { oidcCore } from './support/profiles.ts'
import { accepted } from './support/verdict.ts'

it('accepts an ID token signed with RS256, as the client is registered for', async () => {
  const login = await logInAt(oidcCore, { signIdToken: (claims, keys) => keys.sign(claims, { alg: 'RS256' }) })
  accepted(login)
})
