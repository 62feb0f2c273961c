import type { Denial, RunningAws } from '../aws/start.ts'
import type { Deployment } from '../esignet/start.ts'
import type { FunctionStatistics, RunningFunction } from '../lambda/pool.ts'

export interface Calls {
  readonly total: number
  /** Operation (AWS) or door (eSignet) → how often. */
  readonly by: Readonly<Record<string, number>>
}

/** What the functions asked of others since the last reset. */
export interface WorldCounters {
  readonly since: string
  readonly kms: Calls
  readonly dynamodb: Calls
  readonly esignet: Calls
  readonly denials: { readonly total: number; readonly last: readonly Denial[] }
  readonly functions: Readonly<Record<string, FunctionStatistics>>
}

export interface Counting {
  readonly counters: () => WorldCounters
  readonly reset: () => void
}

const callsOf = (by: Readonly<Record<string, number>>): Calls => ({
  total: Object.values(by).reduce((sum, count) => sum + count, 0),
  by,
})

const awsCalls = (aws: RunningAws, service: string): Calls => {
  const by: Record<string, number> = {}
  for (const call of aws.counters()) {
    // The administrator is this world provisioning itself, not a function at work.
    if (call.service !== service || call.principal === 'administrator') continue
    by[call.operation] = (by[call.operation] ?? 0) + call.count
  }
  return callsOf(by)
}

const minus = (
  now: Readonly<Record<string, number>>,
  before: Readonly<Record<string, number>>,
): Record<string, number> =>
  Object.fromEntries(
    Object.entries(now)
      .map(([door, count]) => [door, count - (before[door] ?? 0)])
      .filter(([, count]) => count !== 0),
  )

export const countingOf = (aws: RunningAws, esignet: Deployment, functions: readonly RunningFunction[]): Counting => {
  let since = new Date()
  let esignetBefore: Readonly<Record<string, number>> = {}
  return {
    counters: () => ({
      since: since.toISOString(),
      kms: awsCalls(aws, 'kms'),
      dynamodb: awsCalls(aws, 'dynamodb'),
      esignet: callsOf(minus(esignet.counters(), esignetBefore)),
      denials: { total: aws.denials().length, last: aws.denials().slice(-5) },
      functions: Object.fromEntries(functions.map((each) => [each.definition.name, each.statistics()])),
    }),
    reset: () => {
      since = new Date()
      esignetBefore = esignet.counters()
      aws.reset()
      for (const each of functions) each.resetStatistics()
    },
  }
}
