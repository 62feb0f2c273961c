import { it } from 'vitest'
import { without } from './support/deviation.ts'
import { logInAt } from './support/log-in.ts'
import { oidcCore } from './support/profiles.ts'
import { neverCalled, refusedAs } from './support/verdict.ts'

it('refuses an ID token about nobody, and UserInfo is never asked for', async () => {
  const login = await logInAt(oidcCore, { idToken: without('sub') })
  refusedAs(login, 'subject-invalid')
  neverCalled(login, 'userinfo')
})
