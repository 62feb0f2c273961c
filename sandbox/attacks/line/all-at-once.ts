import { defineAttack } from '../attack.ts'
import { inTurn } from '../in-turn.ts'
import type { CameBack, Scene } from '../scene.ts'

const people = 25

/** Every instance asks eSignet who it is, and for its keys, once. */
export default defineAttack({
  name: 'all-at-once',
  rows: ['D17'],
  says: 'is one of twenty-five people who log in at the same moment, before any function is warm',
  answeredAs: 'accepted',
  leaves: { audit: { 'login-completed permit': people }, logins: { DONE: people }, sessions: people },
  asks: { discovery: 2 * people, jwks: people, par: people, token: people, userinfo: people },
  done: async (scene) => {
    await scene.logIn()
    await scene.endFunctions('when-idle')
    await scene.mark()
    const begun = await Promise.all(Array.from({ length: people }, () => scene.begin()))
    const waiting = [...begun]
    const back = await inTurn(people, async (): Promise<CameBack> => {
      const next = waiting.pop()
      if (next === undefined) throw new Error('nobody is left')
      return scene.atEsignet(next)
    })
    const answers = await Promise.all(back.map(({ browser, redirectTo }) => browser.visit(redirectTo)))
    await compare(scene)
    return answers
  },
})

const compare = async ({ counted, wrong }: Scene): Promise<void> => {
  const { esignet, coldStarts } = await counted()
  const begun = (door: string): number =>
    Object.entries(coldStarts).find(([name]) => name.endsWith(`-${door}`))?.[1] ?? 0
  const most = { discovery: begun('login') + begun('callback'), jwks: begun('callback') }
  for (const [door, count] of Object.entries(most))
    if ((esignet[door] ?? 0) > count) wrong(`${door} was asked for ${esignet[door]} times by ${count} instances`)
}
