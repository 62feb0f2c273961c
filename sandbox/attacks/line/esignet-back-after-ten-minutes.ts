import { defineAttack } from '../attack.ts'

const tenMinutes = { functions: 600, esignet: 600 }

/** No breaker has to close again: the first login after the outage is like any other. */
export default defineAttack({
  name: 'esignet-back-after-ten-minutes',
  rows: ['J10'],
  says: 'logs in as soon as eSignet, which was away for ten minutes, is back',
  answeredAs: 'accepted',
  leaves: {
    audit: { 'login-refused provider-unavailable': 3, 'login-completed permit': 1 },
    logins: { PENDING: -1, 'FAILED provider-unavailable': 1, DONE: 1 },
    sessions: 1,
  },
  asks: { discovery: 2, jwks: 1, par: 1, token: 1, userinfo: 1 },
  // Without pushed requests, `pushedAuthorizationRequests` of release-1.6.ts, both logins begin without asking anybody.
  at: [
    {
      releases: ['1.5', '1.6'],
      ends: {
        leaves: {
          audit: { 'login-refused provider-unavailable': 1, 'login-completed permit': 1 },
          logins: { PENDING: 1, 'FAILED provider-unavailable': 1, DONE: 1 },
          sessions: 1,
          claims: 0,
        },
      },
    },
  ],
  done: async (scene) => {
    const login = `${scene.api}/omera-bank/login?act=open-account`
    await scene.logIn()
    const { browser, redirectTo } = await scene.comeBack()
    await scene.mark()
    await scene.setEsignetListening(false)
    await browser.visit(redirectTo)
    await browser.visit(login)
    await scene.setClock(tenMinutes)
    await browser.visit(login)
    await scene.setEsignetListening(true)
    const back = await scene.comeBack()
    return back.browser.visit(back.redirectTo)
  },
})
