import { it } from 'vitest'
import { without } from './support/deviation.ts'
import { logInAt } from './support/log-in.ts'
import { fapi20 } from './support/profiles.ts'
import { neverCalled, refusedAs } from './support/verdict.ts'

it('refuses an ID token that is for nobody, and UserInfo is never asked for', async () => {
  const login = await logInAt(fapi20, { idToken: without('aud') })
  refusedAs(login, 'audience-mismatch')
  neverCalled(login, 'userinfo')
})
