import type { Telling } from '../tampering/liar.ts'
import type { Controls } from '../world/controls.ts'
import type { NamedFault } from './fault.ts'

/** Lets one named fault happen at a time. */
export interface Failing {
  readonly faults: readonly NamedFault[]
  readonly controls: Controls
  readonly begin: (fault: NamedFault, way: string) => Promise<void>
  readonly stop: () => void
  /** What fails, and how many calls met it. */
  readonly begun: () => Telling | undefined
}

export const failingOf = (faults: readonly NamedFault[], controls: Controls): Failing => {
  let begun: Omit<Telling, 'times'> | undefined
  return {
    faults,
    controls,
    begin: async ({ name, ways }, variant) => {
      await controls.fail(ways[variant] ?? [])
      begun = { name, variant }
    },
    stop: () => {
      controls.stopFailing()
      begun = undefined
    },
    begun: () => begun && { ...begun, times: controls.met() },
  }
}
