import { it } from 'vitest'
import { without } from './support/deviation.ts'
import { logInAt } from './support/log-in.ts'
import { oidcCore } from './support/profiles.ts'
import { neverCalled, refusedAs } from './support/verdict.ts'

it('refuses an ID token that does not say when it was written, and UserInfo is never asked for', async () => {
  const login = await logInAt(oidcCore, { idToken: without('iat') })
  refusedAs(login, 'issued-at-implausible')
  neverCalled(login, 'userinfo')
})
