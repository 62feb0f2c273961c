import { defineAttack } from '../attack.ts'
import type { Scene } from '../scene.ts'

const backAfter = (change: Parameters<Scene['alterLogin']>[1]) => async (scene: Scene) => {
  const { browser, redirectTo, state } = await scene.comeBack()
  await scene.alterLogin(state, change)
  await scene.mark()
  return browser.visit(redirectTo)
}

/** Without a nonce to compare with, any ID token would do; without a verifier, any code. eSignet is asked nothing. */
export default defineAttack({
  name: 'row-without-its-secrets',
  rows: ['A26'],
  says: 'comes back to a login whose row lacks what must be compared',
  answeredAs: 'transaction-corrupt',
  leaves: {
    audit: { 'login-refused transaction-corrupt': 1 },
    logins: { PENDING: -1, 'FAILED transaction-corrupt': 1 },
  },
  ways: {
    'no nonce': backAfter({ remove: ['nonce'] }),
    'no verifier': backAfter({ remove: ['codeVerifier'] }),
    'neither of them': backAfter({ remove: ['nonce', 'codeVerifier'] }),
    'an empty nonce': backAfter({ set: { nonce: '' } }),
    'a number for a verifier': backAfter({ set: { codeVerifier: 7 } }),
    'no list of factors': backAfter({ set: { acrValues: 'any' } }),
    'no place to return to': backAfter({ remove: ['returnTo'] }),
    'no time at which it ends': backAfter({ set: { expiresAt: 'never' } }),
  },
})
