import { defineAttack } from '../attack.ts'

/** By the row, the person logged in before anybody was sent away. What such a clock writes lasts five minutes longer, and no more. */
export default defineAttack({
  name: 'begun-by-a-fast-clock',
  rows: ['H11'],
  says: 'begins a login at an instance whose clock is five minutes ahead, and comes back to one whose clock is right',
  answeredAs: 'auth-time-implausible',
  leaves: {
    audit: { 'login-refused auth-time-implausible': 1 },
    logins: { PENDING: -1, 'FAILED auth-time-implausible': 1 },
  },
  asks: { discovery: 1, jwks: 1, token: 1 },
  done: async (scene) => {
    await scene.setClock({ functions: 300 })
    const begun = await scene.begin()
    await scene.setClock({})
    const { browser, redirectTo } = await scene.atEsignet(begun)
    await scene.mark()
    return browser.visit(redirectTo)
  },
})
