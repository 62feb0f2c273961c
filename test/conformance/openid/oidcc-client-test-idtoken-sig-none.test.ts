import { it } from 'vitest'
import { unsigned } from './support/keyring.ts'
import { oidcCore } from './support/profiles.ts'
import { logInAt } from './support/relying-party.ts'
import { neverCalled, refusedAs } from './support/verdict.ts'

it('refuses an ID token that nobody signed, and UserInfo is never asked for', async () => {
  const login = await logInAt(oidcCore, { signIdToken: unsigned })
  refusedAs(login, 'token-malformed')
  neverCalled(login, 'userinfo')
})
