import { it } from 'vitest'
import { almost } from './support/deviation.ts'
import { logInAt } from './support/log-in.ts'
import { oidcCore } from './support/profiles.ts'
import { neverCalled, refusedAs } from './support/verdict.ts'

it('refuses an ID token for another client, and UserInfo is never asked for', async () => {
  const login = await logInAt(oidcCore, { idToken: (honest) => ({ ...honest, aud: almost(honest['aud']) }) })
  refusedAs(login, 'audience-mismatch')
  neverCalled(login, 'userinfo')
})
