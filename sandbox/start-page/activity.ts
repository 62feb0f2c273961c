import type { LogLine } from '../lambda/log-ring.ts'

/** A log line as the start page shows it. */
export interface ShownLine {
  readonly at: string
  /** Door or `gateway`, without the prefix that all functions share. */
  readonly source: string
  readonly text: string
}

/** Members that say nothing to somebody who watches: they are the same on every line, or ids. */
const boilerplate = new Set([
  'timestamp',
  'time',
  'service',
  'cold_start',
  'function_arn',
  'function_memory_size',
  'function_name',
  'function_request_id',
  'sampling_rate',
  'xray_trace_id',
  'requestId',
  'bytes',
  'integrationLatency',
  'integrationStatus',
])

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const words = (text: string): string => {
  const record = parsed(text)
  if (!isRecord(record)) return text
  const { level, message, route, status, latency, ...rest } = record
  const head = route === undefined ? [level, message] : [route, '→', status, `${latency} ms`]
  const tail = Object.entries(rest)
    .filter(
      ([name, value]) =>
        !boilerplate.has(name) && value !== '-' && ['string', 'number', 'boolean'].includes(typeof value),
    )
    .map(([name, value]) => `${name}=${value}`)
  return [...head.filter((part) => part !== undefined), ...tail].join(' ')
}

/** A figure for CloudWatch (embedded metric format), of no use to somebody who reads along. */
const isMetric = ({ text }: LogLine): boolean => text.startsWith('{"_aws"')

/** The newest lines that doors and gateway wrote; what eSignet and the local AWS say is counted, not listed. */
export const activityOf = (lines: readonly LogLine[], doors: readonly string[], count: number): readonly ShownLine[] =>
  lines
    .filter((line) => (line.source === 'gateway' || doors.includes(line.source)) && !isMetric(line))
    .slice(-count)
    .map(({ at, source, text }) => ({
      at,
      source: source.replace(/^verify-once-practice-/, ''),
      text: words(text).slice(0, 400),
    }))
