import { it } from 'vitest'
import { logInAt } from './support/log-in.ts'
import { fapi20 } from './support/profiles.ts'
import { neverCalled, refusedAs } from './support/verdict.ts'

it('refuses an ID token that is for us and for a stranger, and UserInfo is never asked for', async () => {
  const login = await logInAt(fapi20, { idToken: ({ aud, ...honest }) => ({ ...honest, aud: [aud, 'a-stranger'] }) })
  refusedAs(login, 'audience-mismatch')
  neverCalled(login, 'userinfo')
})
