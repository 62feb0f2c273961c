import { it } from 'vitest'
import { almost } from './support/deviation.ts'
import { logInAt } from './support/log-in.ts'
import { fapi20 } from './support/profiles.ts'
import { neverCalled, refusedAs } from './support/verdict.ts'

it('refuses an ID token with the nonce of another login, and UserInfo is never asked for', async () => {
  const login = await logInAt(fapi20, { idToken: (honest) => ({ ...honest, nonce: almost(honest['nonce']) }) })
  refusedAs(login, 'nonce-mismatch')
  neverCalled(login, 'userinfo')
})
