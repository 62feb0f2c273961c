import { it } from 'vitest'
import { logInAt } from './support/log-in.ts'
import { fapi20 } from './support/profiles.ts'
import { neverCalled, refusedAs } from './support/verdict.ts'

it('refuses an ID token signed with RS256 by the very key that should have signed with PS256, and UserInfo is never asked for', async () => {
  const login = await logInAt(fapi20, { signIdToken: (claims, keys) => keys.sign(claims, { alg: 'RS256' }) })
  refusedAs(login, 'algorithm-mismatch')
  neverCalled(login, 'userinfo')
})
