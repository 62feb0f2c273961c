import { it } from 'vitest'
import { oidcCore } from './support/profiles.ts'
import { logInAt } from './support/relying-party.ts'
import { neverCalled, refusedAs } from './support/verdict.ts'

it('refuses an ID token that names no key where several could have signed it, and UserInfo is never asked for', async () => {
  const login = await logInAt(oidcCore, { namelessKeys: { strangers: 2 } })
  refusedAs(login, 'key-unknown')
  neverCalled(login, 'userinfo')
})
