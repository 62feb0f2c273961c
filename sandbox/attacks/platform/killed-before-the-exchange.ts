import { defineAttack } from '../attack.ts'
import { saidBy } from '../http.ts'

/** Nothing was claimed yet. */
export default defineAttack({
  name: 'killed-before-the-exchange',
  rows: ['K01'],
  says: 'reloads the page after the function was killed before it had claimed the login',
  answeredAs: 'accepted',
  leaves: { audit: { 'login-completed permit': 1 }, logins: { PENDING: -1, DONE: 1 }, sessions: 1 },
  asks: { discovery: 1, jwks: 1, token: 1, userinfo: 1 },
  done: async (scene) => {
    await scene.logIn()
    const { browser, redirectTo } = await scene.comeBack()
    await scene.fail([
      { service: 'dynamodb', operation: 'UpdateItem', door: 'callback', killsCaller: 'before', times: 1 },
    ])
    await scene.mark()
    const said = saidBy(await browser.visit(redirectTo))
    if (said !== 'http-500') scene.wrong(`the killed function answered ${said}`)
    return browser.visit(redirectTo)
  },
})
