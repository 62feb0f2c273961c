import { defineAttack } from '../attack.ts'

/** Both agree about the time again, and both say that the person authenticated in an hour. */
export default defineAttack({
  name: 'all-clocks-jump-back',
  rows: ['L02'],
  says: 'comes back after our clock and that of eSignet jumped back by an hour',
  answeredAs: 'auth-time-implausible',
  leaves: {
    audit: { 'login-refused auth-time-implausible': 1 },
    logins: { PENDING: -1, 'FAILED auth-time-implausible': 1 },
  },
  asks: { discovery: 1, jwks: 1, token: 1 },
  forgets: true,
  done: async (scene) => {
    const { browser, redirectTo } = await scene.comeBack()
    await scene.setClock({ functions: -3600, esignet: -3600 })
    await scene.mark()
    return browser.visit(redirectTo)
  },
})
