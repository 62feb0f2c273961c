import type { JsonObject } from './wire/json.ts'

/** A failure that the next matching calls meet, a bounded number of times. */
export interface Fault {
  readonly service: string
  /** Absent means every operation of the service. */
  readonly operation?: string
  /** The role whose calls fail; absent means everyone's. */
  readonly principal?: string
  /** Part of the name of the table, or of the id of the key, that the call is about; absent means every one. */
  readonly resource?: string
  /** How many calls it meets, 1 to 10 000. */
  readonly times: number
  /** The error on the wire, before the store is touched. */
  readonly error?: string
  /** Of a `TransactionCanceledException`: one code for each item, `None` where nothing was wrong. */
  readonly reasons?: readonly string[]
  /** The call is carried out and then the connection is cut: the caller cannot know (the "unknown outcome" case). */
  readonly lostAnswer?: boolean
  /** Milliseconds the call waits first; alone, it is then answered as usual. */
  readonly delay?: number
  /** A read that is not consistent finds nothing, as if the last write had not arrived yet. */
  readonly stale?: boolean
  /** One bit of the binary member (`Signature`, `Plaintext`) of the answer is wrong. */
  readonly garbled?: boolean
  /** The function that calls is killed before the call is carried out, or after it and before the answer. */
  readonly killsCaller?: 'before' | 'after'
}

/** A call as faults see it. */
export interface CallOfRole {
  readonly service: string
  readonly operation: string
  readonly principal: string
  readonly input: JsonObject
}

const does = ['error', 'lostAnswer', 'delay', 'stale', 'garbled', 'killsCaller'] as const satisfies (keyof Fault)[]

/** @throws RangeError, TypeError for a fault that would do nothing, or never end */
export function requireSensible(fault: Fault): void {
  if (!Number.isInteger(fault.times) || fault.times < 1 || fault.times > 10_000)
    throw new RangeError(`a fault is met 1 to 10000 times, not ${fault.times}`)
  if (does.every((member) => fault[member] === undefined || fault[member] === false))
    throw new TypeError(`a fault has at least one of ${does.join(', ')}`)
}
