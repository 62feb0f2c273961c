import { defineAttack } from '../attack.ts'

/** The last second that fits into 31 bits. */
const lastOf31Bits = 2 ** 31 - 1

/** What was verified in our days is too old by then, so the act asks to verify again; everything else goes on. */
export default defineAttack({
  name: 'year-2038',
  rows: ['L03'],
  says: 'begins a login before the time has 32 bits, and comes back when it has',
  answeredAs: 'accepted',
  leaves: { audit: { 'login-completed re-verify': 1 }, logins: { DONE: 1 }, sessions: 1 },
  asks: { discovery: 2, jwks: 1, par: 1, token: 1, userinfo: 1 },
  forgets: true,
  done: async (scene) => {
    await scene.logIn()
    const until = lastOf31Bits - Math.floor(Date.now() / 1000)
    const clocks = (seconds: number) => scene.setClock({ functions: until + seconds, esignet: until + seconds })
    await clocks(-20)
    await scene.mark()
    const begun = await scene.begin()
    await clocks(20)
    const { browser, redirectTo } = await scene.atEsignet(begun)
    return browser.visit(redirectTo)
  },
})
