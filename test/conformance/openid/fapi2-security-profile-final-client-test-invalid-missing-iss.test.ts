import { it } from 'vitest'
import { without } from './support/deviation.ts'
import { logInAt } from './support/log-in.ts'
import { fapi20 } from './support/profiles.ts'
import { neverCalled, refusedAs } from './support/verdict.ts'

it('refuses an ID token that names no issuer, and UserInfo is never asked for', async () => {
  const login = await logInAt(fapi20, { idToken: without('iss') })
  refusedAs(login, 'issuer-mismatch')
  neverCalled(login, 'userinfo')
})
