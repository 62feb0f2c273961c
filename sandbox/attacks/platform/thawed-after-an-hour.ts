import { withEncryption } from '../../tampering/at-release.ts'
import type { Errand } from '../../tampering/lie.ts'
import { defineAttack } from '../attack.ts'
import type { Scene } from '../scene.ts'

const later = { functions: 3600, esignet: 3600 }

const afterAnHour = (errand: Errand) => async (scene: Scene) => {
  await scene.logIn(errand)
  await scene.setClock(later)
  await scene.mark()
  const { browser, redirectTo } = await scene.comeBack(errand)
  const answer = await browser.visit(redirectTo)
  const { esignet, coldStarts } = await scene.counted()
  const cold = Object.values(coldStarts).reduce((sum, count) => sum + count, 0)
  if (cold > 0) scene.wrong('a function was not frozen but new')
  if ((esignet['discovery'] ?? 0) < 2) scene.wrong('metadata of an hour ago was believed')
  if ((esignet['jwks'] ?? 0) < 1) scene.wrong('keys of an hour ago were believed')
  return answer
}

/** What an instance remembers has a time by the clock on the wall; the AWS SDK signs by that of AWS. */
export default defineAttack({
  name: 'thawed-after-an-hour',
  rows: ['K09'],
  says: 'logs in at functions that were frozen for an hour',
  answeredAs: 'accepted',
  leaves: { audit: { 'login-completed permit': 1 }, logins: { DONE: 1 }, sessions: 1 },
  asks: { discovery: 2, jwks: 1, par: 1, token: 2, userinfo: 2 },
  forgets: true,
  ways: {
    'at the bank': afterAnHour('omera-bank/open-account'),
    'with proof of possession and encrypted UserInfo': afterAnHour('visa/apply'),
  },
  notAt: [{ ...withEncryption, ways: ['with proof of possession and encrypted UserInfo'] }],
})
