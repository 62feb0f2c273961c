import { defineAttack, type Strike } from '../attack.ts'

const later =
  (seconds: number): Strike =>
  async (scene) => {
    await scene.tell('key-withdrawn')
    await scene.logIn()
    await scene.setClock({ functions: seconds, esignet: seconds })
    const { browser, redirectTo } = await scene.comeBack()
    await scene.mark()
    return browser.visit(redirectTo)
  }

/** Keys are believed for ten minutes; see the lie `key-withdrawn` for what happens before. */
export default defineAttack({
  name: 'key-withdrawn-long-ago',
  rows: ['D15'],
  says: 'signs with a key of eSignet that was withdrawn longer ago than keys are remembered',
  answeredAs: 'key-unknown',
  leaves: { audit: { 'login-refused key-unknown': 1 }, logins: { PENDING: -1, 'FAILED key-unknown': 1 } },
  // Once because the keys are old, once because the key is not among them.
  asks: { token: 1, jwks: 2, discovery: 1 },
  ways: { 'ten minutes': later(601), 'an hour': later(3601) },
})
