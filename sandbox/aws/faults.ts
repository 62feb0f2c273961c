import { WireError } from './wire/wire-error.ts'

/** A failure that the next matching calls meet, a bounded number of times. */
export interface Fault {
  readonly service: string
  /** Absent means every operation of the service. */
  readonly operation?: string
  /** The role whose calls fail; absent means everyone's. */
  readonly principal?: string
  /** How many calls it meets, 1 to 10 000. */
  readonly times: number
  /** The error on the wire, before the store is touched. */
  readonly error?: string
  /** The call is carried out and then the connection is cut: the caller cannot know (the "unknown outcome" case). */
  readonly lostAnswer?: boolean
  /** Milliseconds the call waits first; with neither `error` nor `lostAnswer` it is then answered as usual. */
  readonly delay?: number
}

export interface Faults {
  next(fault: Fault): void
  clear(): void
  /** Faults still waiting to be met. */
  pending(): readonly Fault[]
}

export interface FaultsInside extends Faults {
  take(call: { service: string; operation: string; principal: string }): Fault | undefined
}

export function openFaults(): FaultsInside {
  let waiting: Fault[] = []
  return {
    next(fault) {
      if (!Number.isInteger(fault.times) || fault.times < 1 || fault.times > 10_000)
        throw new RangeError(`a fault is met 1 to 10000 times, not ${fault.times}`)
      if (fault.error === undefined && !fault.lostAnswer && fault.delay === undefined)
        throw new TypeError('a fault has an error, a lost answer or a delay')
      waiting.push(fault)
    },
    clear() {
      waiting = []
    },
    pending: () => [...waiting],
    take(call) {
      const index = waiting.findIndex((fault) => meets(fault, call))
      const fault = waiting[index]
      if (!fault) return undefined
      waiting = waiting.flatMap((each, at) =>
        at !== index ? [each] : each.times > 1 ? [{ ...each, times: each.times - 1 }] : [],
      )
      return fault
    },
  }
}

const meets = (fault: Fault, call: { service: string; operation: string; principal: string }): boolean =>
  fault.service === call.service &&
  (fault.operation === undefined || fault.operation === call.operation) &&
  (fault.principal === undefined || fault.principal === call.principal)

/** Status and namespace where they differ from "400, of the service"; from the service models. */
const shapes: Readonly<Record<string, { status?: number; namespace?: string }>> = {
  ThrottlingException: { namespace: 'com.amazon.coral.availability' },
  RequestLimitExceeded: {},
  InternalServerError: { status: 500 },
  KMSInternalException: { status: 500 },
  DependencyTimeoutException: { status: 503 },
  KeyUnavailableException: { status: 500 },
  ServiceUnavailableException: { status: 503, namespace: 'com.amazon.coral.availability' },
}

const messages: Readonly<Record<string, string>> = {
  ThrottlingException: 'Rate exceeded',
  ProvisionedThroughputExceededException:
    'The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.',
  InternalServerError: 'Internal server error',
}

export function faultError(code: string): WireError {
  const shape = shapes[code] ?? {}
  return new WireError(code, messages[code] ?? `${code} (asked for by the test)`, shape.status ?? 400, shape.namespace)
}
