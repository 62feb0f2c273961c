import { defineAttack } from '../attack.ts'

/**
 * The price of not asking for the key set at every login. Who cannot wait lets the functions begin anew: any change of their
 * configuration does.
 */
export default defineAttack({
  name: 'key-withdrawn-a-moment-ago',
  rows: ['D15'],
  says: 'logs in with a key of eSignet that was withdrawn less than ten minutes after we saw it',
  answeredAs: 'accepted',
  leaves: { audit: { 'login-completed permit': 1 }, logins: { DONE: 1 }, sessions: 1 },
  asks: { par: 1, token: 1, userinfo: 1, discovery: 1 },
  done: async (scene) => {
    await scene.tell('key-withdrawn')
    await scene.logIn()
    await scene.setClock({ functions: 540, esignet: 540 })
    await scene.mark()
    const { browser, redirectTo } = await scene.comeBack()
    return browser.visit(redirectTo)
  },
})
