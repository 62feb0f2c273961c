import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Release } from '../../sandbox/esignet/start.ts'
import { measureHonestEndings } from '../../sandbox/torture/honest-endings.ts'
import { type OwnWorld, startOwnWorld } from '../../sandbox/torture/own-world.ts'
import { meetPracticeWorld, type PracticeWorld } from '../../sandbox/torture/practice-world.ts'
import { reportOf, type Trial } from '../../sandbox/torture/report.ts'
import { type Ordeal, ordealsOf } from '../../sandbox/torture/trials.ts'
import { canRunAws } from '../support/aws-world.ts'

/** Of the other rows those that depend on the release: algorithms, keys, parameters, clocks. */
const few = [
  'error-without-issuer',
  'two-issuers',
  'no-issuer',
  'request-refused',
  'pushed-request-fails-once',
  'esignet-away',
  'life-as-text',
  'token-type-unknown',
  'bound-token-becomes-bearer',
  'keys-rotated',
  'key-withdrawn',
  'one-name-two-kinds',
  'user-info-forged',
  'user-info-key-unknown',
  'user-info-in-another-algorithm',
  'user-info-with-twins',
  'sealed-forgery',
  'clock-ahead',
]

const releases: readonly { release: Release; leftOut: readonly string[] }[] = [
  { release: '2.0', leftOut: ['eSignet 2.0 releases no verified claims'] },
  {
    release: '1.5',
    leftOut: [
      'requests are pushed since 1.7',
      'answers name their issuer since 1.7',
      'proof of possession is known since 1.7',
      'eSignet encrypts UserInfo since 1.8, which the visa portal insists on',
    ],
  },
]

describe.runIf(canRunAws()).each(releases)('eSignet $release lies', ({ release, leftOut }) => {
  let own: OwnWorld
  let world: PracticeWorld
  let ordeals: readonly Ordeal[]
  beforeAll(async () => {
    own = await startOwnWorld(process.cwd(), release)
    world = await meetPracticeWorld(own.home)
    ordeals = ordealsOf(world, await measureHonestEndings(world))
  })
  afterAll(async () => {
    await own?.close()
  })

  const put = async (which: (ordeal: Ordeal) => boolean) => {
    const chosen = ordeals.filter(which)
    const trials: Trial[] = []
    for (const { ways, run } of chosen) for (const way of ways) trials.push(await run(world, way))
    return reportOf(
      trials,
      chosen.flatMap((each) => each.leftOut),
    )
  }

  it('about who logged in, in vain', async () => {
    const report = await put(({ rows }) => rows.some((row) => row.startsWith('C')))
    expect(report).toMatchObject({ accepted: [], wrongCode: [], otherwise: [] })
    expect(report.rows).toBeGreaterThanOrEqual(49)
  }, 180_000)

  it('about other things, in vain, and cannot tell every lie', async () => {
    const report = await put(({ name }) => few.includes(name))
    expect(report).toMatchObject({ accepted: [], wrongCode: [], otherwise: [] })
    expect(report.leftOut.map(({ because }) => because).sort()).toEqual([...leftOut].sort())
  }, 60_000)
})
