import type { Errand } from '../tampering/lie.ts'
import type { Practice } from './practice-doors.ts'

/** What one button of the start page switches on: a lie of eSignet, or a failure around the functions. */
export interface Switch {
  readonly name: string
  readonly rows: readonly string[]
  readonly says: string
  readonly during: Errand
  readonly refusedAs: string
  readonly endsAs: string
  readonly ways: readonly string[]
  /** The door at which eSignet tells a lie; absent for a failure. */
  readonly door?: string
  /** The service of AWS that fails; absent for a lie. */
  readonly service?: string
}

export const switchesOf = ({ lies, failing }: Pick<Practice, 'lies' | 'failing'>): readonly Switch[] => [
  ...lies.map(({ variants, ...lie }) => ({ ...lie, ways: Object.keys(variants) })),
  ...(failing?.faults ?? []).map(({ ways, ...fault }) => {
    const service = Object.values(ways)[0]?.[0]?.service
    return { ...fault, ways: Object.keys(ways), ...(service === undefined ? {} : { service }) }
  }),
]
