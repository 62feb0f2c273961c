import fc from 'fast-check'
import { begin, histories, watched } from './commands.ts'
import { closeWhatIsOpen, violations } from './invariants.ts'
import type { Model } from './model.ts'
import { aRig, type Rig } from './rig.ts'

/** What the goal speaks of: histories of at most thirty commands. */
export const longestHistory = 30

/** What was run, and how often deeds ended in which way: a property that never sees a welcome proves little. */
export interface Tally {
  histories: number
  commands: number
  readonly ends: Record<string, number>
}

export const emptyTally = (): Tally => ({ histories: 0, commands: 0, ends: {} })

const add = (tally: Tally, rig: Rig): void => {
  tally.histories += 1
  for (const { door, end, refusal } of rig.ended) {
    const name = `${door}: ${refusal?.code ?? end}`
    tally.ends[name] = (tally.ends[name] ?? 0) + 1
  }
}

/** Every history has a login to come back to. */
const firstLogin = begin('omera-bank', 0, undefined)

/** One deed after the other, every end and every row compared with the model. */
export const oneAfterTheOther = (tally: Tally) =>
  fc.asyncProperty(histories(longestHistory), async (commands) => {
    const rig = aRig()
    const model: Model = new Map()
    const real = watched(rig, false, tally)
    await firstLogin.run(model, real)
    await fc.asyncModelRun(() => ({ model, real }), commands)
    add(tally, rig)
    await mustHold(rig)
  })

/** All deeds at once, every call of every port in an order that chance chooses. */
export const allAtOnce = (tally: Tally) =>
  fc.asyncProperty(histories(longestHistory), fc.scheduler(), async (commands, scheduler) => {
    const rig = aRig()
    const model: Model = new Map()
    await firstLogin.run(model, watched(rig, false, tally))
    rig.turn = (label) => scheduler.schedule(Promise.resolve(), label).then(() => undefined)
    await fc.scheduledModelRun(scheduler, () => ({ model, real: watched(rig, true, tally) }), commands)
    // The commands are all given; the deeds they set going still have to come to their ends.
    await scheduler.waitFor(Promise.all(rig.underWay))
    add(tally, rig)
    await mustHold(rig)
  })

const mustHold = async (rig: Rig): Promise<void> => {
  const found = [
    ...(rig.underWay.size === 0 ? [] : ['a deed never ended']),
    ...violations(rig),
    ...(await closeWhatIsOpen(rig)),
    ...violations(rig),
  ]
  if (found.length > 0) throw new Error([...new Set(found)].join('\n'))
}
