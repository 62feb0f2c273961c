import { setTimeout } from 'node:timers/promises'
import { defineAttack } from '../attack.ts'
import { saidBy } from '../http.ts'
import type { Scene } from '../scene.ts'

const asked = 300

/** What the stage gives the login door: so many at once, and so many more each second. */
const throttle = { burst: 100, perSecond: 50 }

const refilled = (throttle.burst / throttle.perSecond) * 1000 + 100

/** Nobody gets past the throttle in greater numbers than it says, and each who does costs one row and one pushed request, if any. */
const bounded = async ({ counted, wrong }: Scene, through: number, seconds: number, pushes: boolean): Promise<void> => {
  const { esignet, left } = await counted()
  const most = throttle.burst + Math.ceil(seconds * throttle.perSecond)
  if (through > most) wrong(`${through} logins began, at most ${most} could`)
  if ((left.logins['PENDING'] ?? 0) !== through) wrong(`${left.logins['PENDING'] ?? 0} rows for ${through} logins`)
  const pushed = esignet['par'] ?? 0
  if (pushed !== (pushes ? through : 0)) wrong(`${pushed} pushed requests for ${through} logins`)
}

const otherDoors = async (scene: Scene): Promise<void> => {
  const doors = { '/omera-bank/callback?state=s': 'transaction-unknown', '/omera-bank/session': 'session-missing' }
  for (const [path, code] of Object.entries(doors)) {
    const said = saidBy(await scene.send({ path }))
    if (said !== code) scene.wrong(`${path} says ${said}`)
  }
  const keys = await scene.send({ path: '/.well-known/jwks.json' })
  if (keys.status !== 200) scene.wrong(`the key set is answered with ${keys.status}`)
}

export default defineAttack({
  name: 'flood-of-logins',
  rows: ['A32'],
  says: 'begins three hundred logins at the same moment',
  answeredAs: 'http-429',
  done: async (scene) => {
    const { authorizeUrl } = await scene.begin()
    const pushes = new URL(authorizeUrl).searchParams.has('request_uri')
    await scene.mark()
    const began = Date.now()
    const path = '/omera-bank/login?act=open-account&return_to=%2F'
    const answers = await Promise.all(Array.from({ length: asked }, () => scene.send({ path })))
    const seconds = (Date.now() - began) / 1000
    await otherDoors(scene)
    const excess = answers.filter(({ status }) => status === 429)
    const through = answers.filter((answer) => saidBy(answer) === 'accepted')
    if (through.length + excess.length !== asked) scene.wrong(`was told: ${[...new Set(answers.map(saidBy))].join()}`)
    await bounded(scene, through.length, seconds, pushes)
    await setTimeout(refilled)
    // The door is open again, for everybody.
    await scene.begin()
    await scene.mark()
    return excess
  },
})
