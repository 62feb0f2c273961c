import { type CallOfRole, type Fault, requireSensible } from './fault.ts'
import { isJsonObject, type JsonObject, textIn } from './wire/json.ts'
import { WireError } from './wire/wire-error.ts'

export type { Fault } from './fault.ts'

export interface Faults {
  next(fault: Fault): void
  clear(): void
  /** Faults still waiting to be met. */
  pending(): readonly Fault[]
  /** How many calls met one since the last `clear`. */
  met(): number
}

export interface FaultsInside extends Faults {
  take(call: CallOfRole): Fault | undefined
}

export function openFaults(): FaultsInside {
  let waiting: Fault[] = []
  let met = 0
  return {
    next(fault) {
      requireSensible(fault)
      waiting.push(fault)
    },
    clear() {
      waiting = []
      met = 0
    },
    pending: () => [...waiting],
    met: () => met,
    take(call) {
      const index = waiting.findIndex((fault) => meets(fault, call))
      const fault = waiting[index]
      if (!fault) return undefined
      met += 1
      waiting = waiting.flatMap((each, at) =>
        at !== index ? [each] : each.times > 1 ? [{ ...each, times: each.times - 1 }] : [],
      )
      return fault
    },
  }
}

const meets = (fault: Fault, call: CallOfRole): boolean =>
  fault.service === call.service &&
  (fault.operation === undefined || fault.operation === call.operation) &&
  (fault.principal === undefined || fault.principal === call.principal) &&
  (fault.resource === undefined || resourcesOf(call.input).some((name) => name.includes(fault.resource ?? ''))) &&
  // A consistent read cannot be stale.
  !(fault.stale && call.input['ConsistentRead'] === true)

/** Tables and keys that a call names: its own, and those of the items of a transaction. */
const resourcesOf = (input: JsonObject): readonly string[] => {
  const items = Array.isArray(input['TransactItems']) ? input['TransactItems'] : []
  const parts = items.flatMap((item: unknown) => (isJsonObject(item) ? Object.values(item).filter(isJsonObject) : []))
  return [input, ...parts].flatMap((part) =>
    ['TableName', 'KeyId'].map((member) => textIn(part[member])).filter((name) => name !== undefined),
  )
}

/** Status and namespace where they differ from "400, of the service"; from the service models. */
const shapes: Readonly<Record<string, { status?: number; namespace?: string }>> = {
  ThrottlingException: { namespace: 'com.amazon.coral.availability' },
  RequestLimitExceeded: {},
  AccessDeniedException: { namespace: 'com.amazon.coral.service' },
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

export function faultError(code: string, reasons?: readonly string[]): WireError {
  const shape = shapes[code] ?? {}
  const message = reasons
    ? `Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.join(', ')}]`
    : (messages[code] ?? `${code} (asked for by the test)`)
  const members = reasons === undefined ? {} : { CancellationReasons: reasons.map((reason) => ({ Code: reason })) }
  return new WireError(code, message, shape.status ?? 400, shape.namespace, members)
}
