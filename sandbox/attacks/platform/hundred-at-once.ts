import { setTimeout as wait } from 'node:timers/promises'
import { defineAttack } from '../attack.ts'
import { type Answer, saidBy } from '../http.ts'
import type { Scene } from '../scene.ts'

const people = 100

/** The throttle of the door lets a hundred pass at once and fifty more each second; whoever is told 429 comes again. */
const patiently = async (scene: Scene, tries = 5): Promise<Answer> => {
  const answer = await scene.browser().visit(`${scene.api}/omera-bank/login?act=sign-in`)
  if (saidBy(answer) !== 'http-429' || tries === 1) return answer
  await wait(1_000)
  return patiently(scene, tries - 1)
}

/** No row but of those who were sent on, and for each of them one. */
export default defineAttack({
  name: 'hundred-at-once',
  rows: ['K06'],
  says: 'is one of a hundred who begin to log in at the same moment, when no function runs yet',
  answeredAs: 'accepted',
  leaves: { logins: { PENDING: people } },
  asks: { discovery: 20, par: people },
  done: async (scene) => {
    await scene.endFunctions('when-idle')
    await scene.mark()
    return Promise.all(Array.from({ length: people }, () => patiently(scene)))
  },
})
