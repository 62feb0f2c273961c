import type { Errand } from '../tampering/lie.ts'
import type { AttackEnding, Strike } from './attack.ts'

/** A login while our clock is that many seconds ahead of eSignet's, or behind it; counted from its beginning. */
export const withClockAhead =
  (seconds: number, errand: Errand = 'omera-bank/open-account'): Strike =>
  async (scene) => {
    await scene.logIn(errand)
    await scene.setClock({ functions: seconds })
    await scene.mark()
    const { browser, redirectTo } = await scene.comeBack(errand)
    return browser.visit(redirectTo)
  }

/** The same for a login that does not even begin. */
export const atTheDoorWithClockAhead =
  (seconds: number): Strike =>
  async (scene) => {
    await scene.logIn()
    await scene.setClock({ functions: seconds })
    await scene.mark()
    return scene.browser().visit(`${scene.api}/omera-bank/login?act=open-account`)
  }

export const waysOf = (
  seconds: readonly number[],
  way: (seconds: number) => Strike,
): Readonly<Record<string, Strike>> =>
  Object.fromEntries(seconds.map((each) => [`${Math.abs(each)} s ${each < 0 ? 'behind' : 'ahead'}`, way(each)]))

/** For releases without leeway: our assertion, which lives a minute, is over before it is written. */
export const assertionExpired: Partial<AttackEnding> = {
  answeredAs: 'client-rejected',
  leaves: {
    audit: { 'login-refused client-rejected': 1 },
    logins: { 'FAILED client-rejected': 1 },
    sessions: 0,
    claims: 0,
  },
}

/** For releases whose tokens live two minutes: they are over before anything else about their times is looked at. */
export const tokenExpired: Partial<AttackEnding> = {
  answeredAs: 'token-expired',
  leaves: {
    audit: { 'login-refused token-expired': 1 },
    logins: { 'FAILED token-expired': 1 },
    sessions: 0,
    claims: 0,
  },
}
