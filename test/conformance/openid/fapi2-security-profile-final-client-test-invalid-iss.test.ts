import { it } from 'vitest'
import { almost } from './support/deviation.ts'
import { logInAt } from './support/log-in.ts'
import { fapi20 } from './support/profiles.ts'
import { neverCalled, refusedAs } from './support/verdict.ts'

it('refuses an ID token that another issuer is said to have written, and UserInfo is never asked for', async () => {
  const login = await logInAt(fapi20, { idToken: (honest) => ({ ...honest, iss: almost(honest['iss']) }) })
  refusedAs(login, 'issuer-mismatch')
  neverCalled(login, 'userinfo')
})
