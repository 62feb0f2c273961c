import type { IncomingHttpHeaders } from 'node:http'

/** One HTTP request, fully read. */
export interface Call {
  readonly method: string
  readonly path: string
  /** The parts of the path a door names in braces. */
  readonly params: Readonly<Record<string, string>>
  /** The query as it was written, without the question mark. */
  readonly query: string
  readonly headers: IncomingHttpHeaders
  /** Header names as sent, lower case, repeats included. */
  readonly headerNames: readonly string[]
  readonly body: string
}

/**
 * How an answer goes over the line when not whole and at once; used by interceptions. `resets`: the line breaks before a byte;
 * `stops-halfway`: it breaks in the middle of the body; `drips`: a byte a second; `hangs`: nothing comes;
 * `verbatim`: the body is everything, status line included.
 */
export type Delivery = 'hangs' | 'resets' | 'stops-halfway' | 'drips' | 'verbatim'

/** One HTTP response; `outcome` is what the event log calls it. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Uint8Array
  readonly outcome: string
  /** Never answer; used by a fault. */
  readonly hangs?: boolean
  readonly delivery?: Delivery
}

export function headerOf(call: Call, name: string): string | undefined {
  const value = call.headers[name]
  return typeof value === 'string' ? value : undefined
}

/** A form as the framework binds it: query parameters count too, and come first. */
export function formOf(call: Call): (name: string) => string | undefined {
  const isForm = headerOf(call, 'content-type')?.toLowerCase().startsWith('application/x-www-form-urlencoded') ?? false
  const query = new URLSearchParams(call.query)
  const body = new URLSearchParams(isForm ? call.body : '')
  return (name) => query.get(name) ?? body.get(name) ?? undefined
}
