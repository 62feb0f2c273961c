import { withEncryption } from '../../tampering/at-release.ts'
import type { Errand } from '../../tampering/lie.ts'
import { defineAttack } from '../attack.ts'
import type { Scene } from '../scene.ts'

const counting = (errand: Errand, most: Readonly<Record<string, number>>) => async (scene: Scene) => {
  await scene.logIn(errand)
  await scene.mark()
  const { browser, redirectTo } = await scene.comeBack(errand)
  const answer = await browser.visit(redirectTo)
  const { kms } = await scene.counted()
  for (const [operation, count] of Object.entries(kms))
    if (count > (most[operation] ?? 0)) scene.wrong(`KMS was asked too often: ${operation}: ${count}`)
  return answer
}

/** KMS counts operations of RSA apart, and allows few: two for a login, four where eSignet wants proof and encrypts. */
export default defineAttack({
  name: 'signatures-of-one-login',
  rows: ['I09'],
  says: 'logs in, and KMS counts what is asked of it',
  answeredAs: 'accepted',
  leaves: { audit: { 'login-completed permit': 1 }, logins: { DONE: 1 }, sessions: 1 },
  asks: { discovery: 2, jwks: 1, par: 1, token: 2, userinfo: 2 },
  ways: {
    'at the bank': counting('omera-bank/open-account', { Sign: 2, Decrypt: 1 }),
    // One signature for the pushed request, two for the token request, which eSignet always asks for again with a nonce.
    'with proof of possession and encrypted UserInfo': counting('visa/apply', { Sign: 3, Decrypt: 2 }),
  },
  notAt: [{ ...withEncryption, ways: ['with proof of possession and encrypted UserInfo'] }],
})
