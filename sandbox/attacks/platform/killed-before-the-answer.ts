import { defineAttack } from '../attack.ts'
import { saidBy } from '../http.ts'

/** The login is done and its cookie lost with the answer: the person is sent on, and begins again where it matters. */
export default defineAttack({
  name: 'killed-before-the-answer',
  rows: ['K01'],
  says: 'reloads the page after the function was killed when all was kept and nothing said',
  answeredAs: 'accepted',
  leaves: { audit: { 'login-completed permit': 1 }, logins: { PENDING: -1, DONE: 1 }, sessions: 1 },
  asks: { discovery: 1, jwks: 1, token: 1, userinfo: 1 },
  done: async (scene) => {
    await scene.logIn()
    const { browser, redirectTo } = await scene.comeBack()
    await scene.fail([
      { service: 'dynamodb', operation: 'TransactWriteItems', door: 'callback', killsCaller: 'after', times: 1 },
    ])
    await scene.mark()
    const said = saidBy(await browser.visit(redirectTo))
    if (said !== 'http-500') scene.wrong(`the killed function answered ${said}`)
    const answers = [await browser.visit(redirectTo), await browser.visit(redirectTo)]
    if (answers.some(({ headers }) => (headers['set-cookie'] ?? []).some((line) => /-session=[^;]/.test(line))))
      scene.wrong('a login that was answered already is given a session once more')
    return answers
  },
})
