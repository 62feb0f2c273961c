import { defineAttack } from '../attack.ts'
import type { Scene } from '../scene.ts'

const backIn =
  (cookies: (own: ReadonlyMap<string, string>) => readonly (readonly [string, string])[]) => async (scene: Scene) => {
    const { browser, redirectTo } = await scene.comeBack()
    await scene.mark()
    return scene.browser(new Map(cookies(browser.cookies))).visit(redirectTo)
  }

const name = '__Host-omera-bank-login'

/** Login CSRF: the victim's browser is led to the end of a login that the attacker began (RFC 9700 §4.7). */
export default defineAttack({
  name: 'browser-without-cookies',
  rows: ['A05'],
  says: 'brings the answer to a login in a browser that has no cookie of it',
  answeredAs: 'browser-mismatch',
  leaves: { audit: { 'login-refused browser-mismatch': 1 }, logins: { PENDING: -1, 'FAILED browser-mismatch': 1 } },
  ways: {
    'no cookie at all': backIn(() => []),
    'an empty one': backIn(() => [[name, '']]),
    'one of another making': backIn(() => [[name, 'true']]),
    'one without its second half': backIn((own) => [[name, own.get(name)?.split('.')[0] ?? '']]),
    'one under the name of another service': backIn((own) => [['__Host-visa-login', own.get(name) ?? '']]),
    'one without the prefix that guards it': backIn((own) => [['omera-bank-login', own.get(name) ?? '']]),
  },
})
