import { isDeepStrictEqual } from 'node:util'
import { defineAttack } from '../attack.ts'
import { type Answer, saidBy } from '../http.ts'
import type { Scene } from '../scene.ts'

const times = 50

const hasSession = ({ headers }: Answer): boolean =>
  (headers['set-cookie'] ?? []).some((line) => /-session=[^;]/.test(line))

const allAtOnce = (before: (scene: Scene) => Promise<void>) => async (scene: Scene) => {
  // Claims of this person are there already, so that none are new.
  await scene.logIn()
  const { browser, redirectTo } = await scene.comeBack()
  await before(scene)
  await scene.mark()
  const answers = await Promise.all(
    Array.from({ length: times }, () => scene.browser(browser.cookies).visit(redirectTo)),
  )
  const refused = answers.filter((answer) => saidBy(answer) === 'transaction-replayed')
  const accepted = answers.filter((answer) => saidBy(answer) === 'accepted')
  if (refused.length + accepted.length !== times) scene.wrong(`was told: ${[...new Set(answers.map(saidBy))].join()}`)
  if (answers.filter(hasSession).length !== 1) scene.wrong('not exactly one got a session')
  await one(scene, refused.length)
  await scene.mark()
  return accepted
}

/** Who comes while the first is still at it is refused, who comes later is sent on: how many of each, chance decides. */
const one = async ({ counted, wrong, honestEnding }: Scene, refused: number): Promise<void> => {
  const { esignet, left } = await counted()
  if (esignet['token'] !== 1) wrong(`the code was exchanged ${esignet['token'] ?? 0} times`)
  if (esignet['userinfo'] !== 1) wrong(`UserInfo was read ${esignet['userinfo'] ?? 0} times`)
  const wanted = {
    [`login-completed ${honestEnding}`]: 1,
    ...(refused === 0 ? {} : { 'login-refused transaction-replayed': refused }),
  }
  if (!isDeepStrictEqual(left.audit, wanted)) wrong(`audit events: ${JSON.stringify(left.audit)}`)
  if (left.logins['DONE'] !== 1 || left.logins['PENDING'] !== -1) wrong(`logins: ${JSON.stringify(left.logins)}`)
  if (left.sessions !== 1 || left.claims !== 0) wrong(`${left.sessions} sessions and ${left.claims} claims`)
}

export default defineAttack({
  name: 'fifty-times-at-once',
  rows: ['A23', 'H02'],
  says: 'comes back with the same answer fifty times at the same moment',
  answeredAs: 'accepted',
  ways: {
    'as fast as may be': allAtOnce(async () => undefined),
    'while the first waits for its signature': allAtOnce((scene) =>
      scene.fail([{ service: 'kms', operation: 'Sign', door: 'callback', times: 1, delay: 1_000 }]),
    ),
    'before any function is warm': allAtOnce((scene) => scene.endFunctions('when-idle')),
  },
})
