import { readFile } from 'node:fs/promises'
import { Sentence } from '../build/sentence.mjs'

/** What came back for one JSON document, and when (epoch milliseconds): the server's own `Date` lies between the two moments. */
export type Fetched =
  | {
      readonly ok: true
      readonly value: unknown
      readonly sentAt: number
      readonly receivedAt: number
      readonly date?: string
    }
  | { readonly ok: false; readonly problem: string }

/** Two seconds, as the doors wait for a provider's documents. */
const milliseconds = 2_000
/** How much the doors read of discovery, and of a key set. */
export const discoveryBytes = 64 * 1024
export const keySetBytes = 150_000

/** Reads a JSON document as the doors do: in time, of bounded size, no redirect. A document that cannot be had is a value. */
export const fetchJson = async (url: URL | string, now: () => number, bytes: number): Promise<Fetched> => {
  const sentAt = now()
  try {
    const signal = AbortSignal.timeout(milliseconds)
    const response = await fetch(url, { headers: { accept: 'application/json' }, redirect: 'manual', signal })
    const receivedAt = now()
    if (response.status !== 200) return { ok: false, problem: statusProblem(response) }
    const body = await readAtMost(response, bytes)
    if (body === undefined) return { ok: false, problem: `more than ${bytes} bytes` }
    const date = response.headers.get('date')
    return { ok: true, value: JSON.parse(body), sentAt, receivedAt, ...(date === null ? {} : { date }) }
  } catch (error) {
    return { ok: false, problem: problemOf(error) }
  }
}

const statusProblem = (response: Response): string =>
  response.status >= 300 && response.status < 400
    ? `a redirect (HTTP ${response.status}), which is never followed`
    : `HTTP ${response.status}`

const readAtMost = async (response: Response, limit: number): Promise<string | undefined> => {
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of response.body ?? []) {
    total += chunk.byteLength
    if (total > limit) return undefined
    chunks.push(chunk)
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
}

const problemOf = (error: unknown): string => {
  if (error instanceof SyntaxError) return 'no JSON'
  if (!(error instanceof Error)) return 'no answer'
  if (error.name === 'TimeoutError') return `no answer within ${milliseconds / 1000} seconds`
  if ('code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'no UTF-8'
  const { cause } = error
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : undefined
  return code === undefined ? 'no answer' : `no answer (${code})`
}

const isUrl = (place: string): boolean => /^https?:\/\//.test(place)

/** A JSON document from a URL or from a file. @throws Sentence that names the place and what is wrong with it */
export const readJson = async (place: string, now: () => number): Promise<unknown> => {
  if (isUrl(place)) {
    const answer = await fetchJson(place, now, keySetBytes)
    if (answer.ok) return answer.value
    throw new Sentence(`${place} cannot be read: ${answer.problem}.`)
  }
  const text = await readFile(place, 'utf8').catch(() => {
    throw new Sentence(`${place} cannot be read: there is no such file here (paths count from the repository's root).`)
  })
  try {
    return JSON.parse(text)
  } catch {
    throw new Sentence(`${place} is no JSON.`)
  }
}
