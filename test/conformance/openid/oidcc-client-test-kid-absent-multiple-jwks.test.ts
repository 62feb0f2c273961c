import { it } from 'vitest'
import { logInAt } from './support/log-in.ts'
import { oidcCore } from './support/profiles.ts'
import { neverCalled, refusedAs } from './support/verdict.ts'

it('refuses an ID token that names no key where several could have signed it, and UserInfo is never asked for', async () => {
  const login = await logInAt(oidcCore, { namelessKeys: { strangers: 2 } })
  refusedAs(login, 'key-unknown')
  neverCalled(login, 'userinfo')
})
