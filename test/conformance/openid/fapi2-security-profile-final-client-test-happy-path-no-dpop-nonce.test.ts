import { it } from 'vitest'
import { logInAt } from './support/log-in.ts'
import { fapi20 } from './support/profiles.ts'
import { accepted, calledInOrder } from './support/verdict.ts'

it('logs in with proofs of possession that need no nonce, each made once', async () => {
  const login = await logInAt(fapi20, { dpopNonces: 'none' })
  accepted(login)
  calledInOrder(login, 'discovery', 'par', 'authorize', 'jwks', 'token', 'userinfo')
})
