import { expect, it } from 'vitest'
import { withBrokenSignature } from './support/keyring.ts'
import { logInAt } from './support/log-in.ts'
import { oidcCore } from './support/profiles.ts'
import { accepted, refusedAs } from './support/verdict.ts'

it('asks for signed UserInfo, and accepts it', async () => {
  const login = await logInAt(oidcCore)
  accepted(login)
  expect(login.provider.called('userinfo')[0]?.headers.accept).toBe('application/jwt')
})

it('refuses UserInfo whose signature does not verify', async () => {
  refusedAs(await logInAt(oidcCore, { signUserInfo: withBrokenSignature }), 'signature-invalid')
})
