/** Bounds of one request to a provider. */
export interface Bounds {
  readonly milliseconds: number
  readonly bytes: number
}

/** What both engines hand over: theirs allows members to be present and undefined. */
export interface BoundedInit {
  readonly method?: string
  readonly headers?: Record<string, string> | Headers
  readonly body?: URLSearchParams | string | null | undefined
  readonly signal?: AbortSignal | undefined
}

export type BoundedFetch = (input: string | URL, init?: BoundedInit) => Promise<Response>

/**
 * `fetch` that ends: by time, by size (counted after decompression), and at the first redirect, which is handed back as it is
 * and never followed. Everything a provider sends passes through here.
 */
export const boundedFetch =
  ({ milliseconds, bytes }: Bounds): BoundedFetch =>
  async (input, init = {}) => {
    const deadline = AbortSignal.timeout(milliseconds)
    const { body: sent, signal: given, ...rest } = init
    const signal = given === undefined ? deadline : AbortSignal.any([given, deadline])
    const response = await fetch(input, { ...rest, body: sent ?? null, redirect: 'manual', signal })
    const body = await readAtMost(response, bytes)
    return new Response(nullBodyStatus.has(response.status) ? null : body, {
      status: response.status,
      statusText: response.statusText,
      headers: response.headers,
    })
  }

/** Statuses with which a `Response` may not be given a body (Fetch standard). */
const nullBodyStatus = new Set([101, 103, 204, 205, 304])

/** The answer was longer than we read; what we did read is thrown away. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge'
}

const readAtMost = async (response: Response, bytes: number): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of response.body ?? []) {
    total += chunk.byteLength
    if (total > bytes) throw new BodyTooLarge()
    chunks.push(chunk)
  }
  const whole = new Uint8Array(total)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

/** Whether the request certainly never reached the other side, so that nothing there can have happened. */
export const neverLeft = (error: unknown): boolean => {
  const cause = error instanceof Error ? error.cause : undefined
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined
  return (
    typeof code === 'string' && ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(code)
  )
}
