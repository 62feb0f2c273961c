import { request } from 'node:http'
import { connect } from 'node:net'

/** An answer as it came: no redirect followed, no cookie kept. */
export interface Answer {
  readonly status: number
  /** Lower-cased names; every value by itself. */
  readonly headers: Readonly<Record<string, readonly string[]>>
  readonly body: string
}

export interface Asking {
  readonly method?: string
  /** Path and query, sent as written: nothing is escaped or resolved. A body is sent with its length, whatever the method. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string | Buffer
}

const patience = 40_000

/** One HTTP request to an origin on this machine, as written. */
export const send = (origin: string, { method = 'GET', path, headers = {}, body }: Asking): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    const sent = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
    )
    if (body !== undefined) sent['content-length'] ??= String(Buffer.byteLength(body))
    const going = request(
      { hostname, port, method, path, headers: sent, agent: false, timeout: patience },
      (message) => {
        const chunks: Buffer[] = []
        message.on('data', (chunk: Buffer) => chunks.push(chunk))
        message.on('error', reject)
        message.on('end', () => {
          const body = Buffer.concat(chunks).toString('utf8')
          resolve({ status: message.statusCode ?? 0, headers: headersOf(message.rawHeaders), body })
        })
      },
    )
    going.on('timeout', () => going.destroy(new Error(`no answer after ${patience} ms`)))
    going.on('error', reject)
    going.end(body)
  })

/**
 * Bytes on a connection, and what came back before it was closed; nothing is checked on the way out.
 *
 * @param silence milliseconds without a byte from the other side after which the connection is closed from here
 */
export const sendBytes = (origin: string, bytes: string | Buffer, silence = 5_000): Promise<Answer | undefined> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    const chunks: Buffer[] = []
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(bytes))
    socket.setTimeout(silence, () => socket.destroy())
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', (error) => (chunks.length > 0 ? resolve(parse(Buffer.concat(chunks))) : reject(error)))
    socket.on('close', () => resolve(parse(Buffer.concat(chunks))))
  })

/** The first answer in what came back. */
const parse = (bytes: Buffer): Answer | undefined => {
  const text = bytes.toString('utf8')
  const status = /^HTTP\/1\.[01] (\d{3})/.exec(text)?.[1]
  if (status === undefined) return undefined
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const raw = head
    .split('\r\n')
    .slice(1)
    .flatMap((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon), line.slice(colon + 1).trim()]
    })
  return { status: Number(status), headers: headersOf(raw), body: rest.join('\r\n\r\n') }
}

const headersOf = (raw: readonly string[]): Answer['headers'] => {
  const headers: Record<string, string[]> = {}
  for (let index = 0; index < raw.length; index += 2) {
    const name = (raw[index] ?? '').toLowerCase()
    headers[name] = [...(headers[name] ?? []), raw[index + 1] ?? '']
  }
  return headers
}

/** The refusal code an answer tells, in its address, its problem document or its page; else `accepted`, or its status. */
export const saidBy = ({ status, headers, body }: Answer): string => {
  const location = headers['location']?.[0]
  const code = location !== undefined && URL.canParse(location) ? new URL(location).searchParams.get('code') : null
  const told = code ?? /"code":"([a-z-]+)"/.exec(body)?.[1] ?? /<small>Code ([a-z-]+),/.exec(body)?.[1]
  return told ?? (status < 400 ? 'accepted' : `http-${status}`)
}
