import { defineAttack } from '../attack.ts'

/** Our assertion is an hour old when eSignet reads it, so the code is not spent; the login ends. */
export default defineAttack({
  name: 'our-clock-jumps-back',
  rows: ['L02'],
  says: 'comes back after our clock, and ours alone, jumped back by an hour',
  answeredAs: 'client-rejected',
  leaves: { audit: { 'login-refused client-rejected': 1 }, logins: { PENDING: -1, 'FAILED client-rejected': 1 } },
  asks: { discovery: 1, jwks: 1, token: 1 },
  forgets: true,
  done: async (scene) => {
    const { browser, redirectTo } = await scene.comeBack()
    await scene.setClock({ functions: -3600 })
    await scene.mark()
    return browser.visit(redirectTo)
  },
})
