import { expect, it } from 'vitest'
import { logInAt } from './support/log-in.ts'
import { fapi20 } from './support/profiles.ts'
import { accepted, calledInOrder } from './support/verdict.ts'

it('logs in with a pushed request and proofs of possession that are made again with the nonce of the server', async () => {
  const login = await logInAt(fapi20)
  accepted(login)
  calledInOrder(login, 'discovery', 'par', 'authorize', 'jwks', 'token', 'token', 'userinfo', 'userinfo')
  expect(login.provider.called('userinfo').at(-1)?.headers.authorization).toMatch(/^DPoP /)
})

it('logs in where the issuer ends with a slash, as that of the suite does', async () => {
  accepted(await logInAt(fapi20, { issuerSuffix: '/' }))
})
