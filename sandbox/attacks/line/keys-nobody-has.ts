import { defineAttack } from '../attack.ts'
import { inTurn } from '../in-turn.ts'

/** The key set may be asked for once more, for the sake of the first token, and for half a minute no more. */
export default defineAttack({
  name: 'keys-nobody-has',
  rows: ['D14'],
  says: 'comes back twenty times with tokens of keys that nobody publishes',
  answeredAs: 'key-unknown',
  leaves: { audit: { 'login-refused key-unknown': 20 }, logins: { 'FAILED key-unknown': 20 } },
  asks: { par: 20, token: 20, jwks: 1 },
  forgets: true,
  done: async (scene) => {
    await scene.endFunctions('when-idle')
    await scene.logIn()
    await scene.tell('key-id-unknown')
    await scene.mark()
    return inTurn(20, async () => {
      const { browser, redirectTo } = await scene.comeBack()
      return browser.visit(redirectTo)
    })
  },
})
