import * as z from 'zod'
import { withVerifiedClaims } from '../../tampering/at-release.ts'
import { defineAttack, type Strike } from '../attack.ts'
import type { Browser } from '../browser.ts'

const view = z.object({
  acts: z.object({ 'open-account': z.object({ outcome: z.string() }) }),
  verifiedClaims: z.array(
    z.object({
      id: z.string(),
      assuranceLevel: z.string().optional(),
      claims: z.record(z.string(), z.unknown()),
      satisfies: z.array(z.string()),
    }),
  ),
})

const errand = 'omera-bank/open-account'

/** The second time eSignet lies, so that it says less than the first time. */
const thenOnly =
  (lie: string, way: string): Strike =>
  async (scene) => {
    const look = async (browser: Browser) =>
      view.parse(JSON.parse((await browser.ask(`${scene.api}/omera-bank/session`)).body))
    // Once before, so that the row of what will be brought is there whoever came earlier.
    await scene.tell(lie, way)
    await scene.logIn(errand)
    await scene.tell(null)
    const browser = await scene.logIn(errand)
    const before = await look(browser)
    if (before.acts['open-account'].outcome !== 'permit') scene.wrong('the first login was not enough')
    await scene.tell(lie, way)
    const { redirectTo } = await scene.comeBack(errand, browser)
    await scene.mark()
    const answer = await browser.visit(redirectTo)
    await scene.tell(null)
    const after = await look(browser)
    if (after.acts['open-account'].outcome !== 're-verify')
      scene.wrong(`after the second login the act ends as ${after.acts['open-account'].outcome}`)
    const ids = before.verifiedClaims.map(({ id }) => id)
    if (after.verifiedClaims.some(({ id, satisfies }) => ids.includes(id) || satisfies.includes('open-account')))
      scene.wrong('the second session still shows, or counts, what only the first login brought')
    return answer
  }

/** A session is what its own login brought; what an earlier one brought is neither shown nor counted. */
export default defineAttack({
  name: 'second-login-with-less',
  rows: ['F23', 'F24'],
  says: 'logs in again and brings less than the first time',
  answeredAs: 'accepted',
  leaves: { audit: { 'login-completed re-verify': 1 }, logins: { PENDING: -1, DONE: 1 }, sessions: 1 },
  asks: { discovery: 1, token: 1, userinfo: 1, jwks: 1 },
  ways: {
    'a lower level': thenOnly('assurance-too-low', 'low'),
    'no level': thenOnly('assurance-too-low', 'missing'),
    'no country': thenOnly('essential-claim-omitted', 'country missing'),
    'no name': thenOnly('essential-claim-omitted', 'name missing'),
    'nothing verified': thenOnly('verified-claims-empty', 'an empty list'),
    'verified too long ago': thenOnly('verified-too-long-ago', 'told'),
    'evidence that expired': thenOnly('evidence-expired', 'expired yesterday'),
  },
  notAt: [withVerifiedClaims],
})
