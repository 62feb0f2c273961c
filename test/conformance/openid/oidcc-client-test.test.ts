import { it } from 'vitest'
import { logInAt } from './support/log-in.ts'
import { oidcCore } from './support/profiles.ts'
import { accepted, calledInOrder } from './support/verdict.ts'

it('logs in with the code flow: authorization, token, UserInfo', async () => {
  const login = await logInAt(oidcCore)
  accepted(login)
  calledInOrder(login, 'discovery', 'authorize', 'jwks', 'token', 'userinfo')
})

it('logs in where the issuer ends with a slash, as that of the suite does', async () => {
  accepted(await logInAt(oidcCore, { issuerSuffix: '/' }))
})
