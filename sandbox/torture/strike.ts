import type { Attack, Left } from '../attacks/attack.ts'
import { type Answer, saidBy } from '../attacks/http.ts'
import { openScene } from '../attacks/scene.ts'
import { driveLogin } from '../esignet/drive.ts'
import { difference } from './difference.ts'
import type { PracticeWorld, Seen } from './practice-world.ts'

/** One attack and what became of it, seen from outside. */
export interface Struck {
  /** What each answer said: a refusal code, `accepted`, or a status. */
  readonly said: readonly string[]
  readonly audit: Readonly<Record<string, number>>
  readonly logins: Readonly<Record<string, number>>
  readonly sessions: number
  readonly claims: number
  readonly calls: Readonly<Record<string, number>>
  /** In how many log lines and audit events a secret or personal value stands. */
  readonly canaries: number
  /** How many answers show one. */
  readonly shown: number
  /** What the attack itself found wrong. */
  readonly wrong: readonly string[]
}

/**
 * Plays one attack in one way, and puts everything back.
 *
 * @param honestEnding how the act of a login ends that nobody disturbs
 */
export const strike = async (
  world: PracticeWorld,
  attack: Attack,
  way: string,
  honestEnding = 'permit',
): Promise<Struck> => {
  const act = attack.ways[way]
  if (act === undefined) throw new Error(`${attack.name} is not done in the way "${way}"`)
  const secrets: string[] = [...world.personal]
  const wrong: string[] = []
  let before: Seen | undefined
  const mark = async (): Promise<void> => {
    await world.resetCounters()
    before = await world.observe()
  }
  const leftBy = (after: Seen): Left => {
    const then = before ?? after
    return {
      audit: difference(then.audit, after.audit),
      logins: difference(then.logins, after.logins),
      sessions: after.sessions - then.sessions,
      claims: after.claims - then.claims,
    }
  }
  try {
    await world.resetWitness()
    await mark()
    const scene = openScene({
      api: world.api,
      esignet: world.esignet,
      pages: { home: world.home, portals: world.portals },
      mark,
      honestEnding,
      tell: (name, variant = 'told') => (name === null ? world.stopLying() : world.tell(name, variant)),
      counted: async () => {
        const seen = await world.observe()
        return {
          esignet: seen.esignet,
          left: leftBy(seen),
          ...(await world.work()),
          faultsMet: await world.faultsMet(),
        }
      },
      logged: (text) => world.canaries([text]),
      secret: (...words) => void secrets.push(...words.filter((word) => word.length >= 6)),
      wrong: (what) => void wrong.push(what),
      logInAtEsignet: async (authorizeUrl, now) => {
        const { individualId } = world.person
        return (await driveLogin({ authorizeUrl, individualId, factor: 'otp', consent: 'allow', now })).redirectTo
      },
      control: world.control,
    })
    const answered = await act(scene)
    const answers: readonly Answer[] = 'status' in answered ? [answered] : answered
    const after = await world.observe()
    return {
      said: answers.map(saidBy),
      ...leftBy(after),
      calls: after.esignet,
      canaries: await world.canaries(secrets),
      shown: answers.filter((answer) => secrets.some((word) => JSON.stringify(answer).includes(word))).length,
      wrong,
    }
  } finally {
    await world.putRight(attack.forgets)
  }
}
