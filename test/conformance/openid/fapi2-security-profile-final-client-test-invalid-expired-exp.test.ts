import { it } from 'vitest'
import { logInAt } from './support/log-in.ts'
import { fapi20 } from './support/profiles.ts'
import { neverCalled, refusedAs } from './support/verdict.ts'

it('refuses an ID token that expired six minutes ago, and UserInfo is never asked for', async () => {
  const login = await logInAt(fapi20, { idToken: (honest) => ({ ...honest, exp: Number(honest['iat']) - 360 }) })
  refusedAs(login, 'token-expired')
  neverCalled(login, 'userinfo')
})
