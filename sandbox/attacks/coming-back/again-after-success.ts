import { defineAttack } from '../attack.ts'
import type { Answer } from '../http.ts'
import type { CameBack, Scene } from '../scene.ts'

const again =
  (times: number, meanwhile: (scene: Scene, back: CameBack) => Promise<unknown> = async () => undefined) =>
  async (scene: Scene) => {
    const back = await scene.comeBack()
    const first = await back.browser.visit(back.redirectTo)
    await meanwhile(scene, back)
    await scene.mark()
    const answers: Answer[] = []
    while (answers.length < times) answers.push(await back.browser.visit(back.redirectTo))
    for (const { status, headers } of answers) {
      if (status !== 303 || headers['location']?.[0] !== first.headers['location']?.[0])
        scene.wrong('the same browser is sent elsewhere the second time')
      if (headers['set-cookie'] !== undefined) scene.wrong('a repeat sets a cookie')
    }
    return answers
  }

/** A page loaded again is no attack, and must not look like a failure; the code is not exchanged a second time (RFC 6749 §10.5). */
export default defineAttack({
  name: 'again-after-success',
  rows: ['A20'],
  says: 'comes back with the same answer after success, in the same browser',
  answeredAs: 'accepted',
  ways: {
    'at once': again(1),
    'ten times': again(10),
    'half an hour later': again(1, (scene) => scene.setClock({ functions: 1800 })),
    'having begun another login': again(1, (scene, { browser }) => scene.begin('omera-bank/open-account', browser)),
    'by functions that remember nothing': again(1, (scene) => scene.endFunctions('when-idle')),
  },
})
