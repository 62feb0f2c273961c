import throttledOnce from './dynamodb/throttled-once.ts'
import type { NamedFault } from './fault.ts'

export type { NamedFault } from './fault.ts'

/** Everything that can fail around the functions while somebody logs in. */
export const faults: readonly NamedFault[] = [throttledOnce]
