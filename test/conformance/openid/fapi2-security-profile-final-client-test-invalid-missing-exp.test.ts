import { it } from 'vitest'
import { without } from './support/deviation.ts'
import { logInAt } from './support/log-in.ts'
import { fapi20 } from './support/profiles.ts'
import { neverCalled, refusedAs } from './support/verdict.ts'

it('refuses an ID token that never expires, and UserInfo is never asked for', async () => {
  const login = await logInAt(fapi20, { idToken: without('exp') })
  refusedAs(login, 'token-expired')
  neverCalled(login, 'userinfo')
})
