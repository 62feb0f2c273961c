import { it } from 'vitest'
import { withBrokenSignature } from './support/keyring.ts'
import { logInAt } from './support/log-in.ts'
import { oidcCore } from './support/profiles.ts'
import { neverCalled, refusedAs } from './support/verdict.ts'

it('refuses an ID token whose RS256 signature does not verify, and UserInfo is never asked for', async () => {
  const login = await logInAt(oidcCore, { signIdToken: (_claims, _keys, honest) => withBrokenSignature(honest) })
  refusedAs(login, 'signature-invalid')
  neverCalled(login, 'userinfo')
})
