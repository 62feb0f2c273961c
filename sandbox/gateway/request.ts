import type { IncomingMessage } from 'node:http'

/** What arrived, read once: the decoded path, lower-cased headers, the whole body. */
export interface ReceivedRequest {
  readonly requestId: string
  readonly at: Date
  readonly method: string
  /** As sent, percent-encoding and all, without the query. */
  readonly encodedPath: string
  /** Decoded, as HTTP APIs hand it on. */
  readonly path: string
  readonly query: string
  /** Without `cookie`; duplicates joined by comma. */
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
  readonly body: Buffer
  readonly sourceIp: string
  readonly protocol: string
}

/** An HTTP API refuses a payload above 10 MB. */
export const largestPayload = 10 * 1024 * 1024

/**
 * … and a request line and header values above 10 240 bytes together
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html).
 */
export const largestHead = 10_240

const decode = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

const collect = (raw: readonly string[]): { headers: Record<string, string>; cookies: string[] } => {
  const headers: Record<string, string> = {}
  const cookies: string[] = []
  for (let index = 0; index < raw.length; index += 2) {
    const name = (raw[index] ?? '').toLowerCase()
    const value = raw[index + 1] ?? ''
    if (name === 'cookie') cookies.push(...value.split(';').map((part) => part.trim()))
    else headers[name] = headers[name] === undefined ? value : `${headers[name]},${value}`
  }
  return { headers, cookies: cookies.filter((cookie) => cookie !== '') }
}

/** Bytes of the request line and of the values of headers; their names are not counted. */
export const headSize = ({ method, url, rawHeaders }: IncomingMessage): number =>
  rawHeaders.reduce((sum, part, index) => sum + (index % 2 === 0 ? 0 : Buffer.byteLength(part)), 0) +
  Buffer.byteLength(`${method} ${url} HTTP/1.1`)

/** The whole body, or `undefined` when it is larger than the limit. What is too much is read, so that the caller hears the answer, but not kept. */
export const readBody = async (message: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of message) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size <= largestPayload) chunks.push(bytes)
    else chunks.length = 0
  }
  return size > largestPayload ? undefined : Buffer.concat(chunks)
}

export const receivedRequest = (
  message: IncomingMessage,
  body: Buffer,
  requestId: string,
  at: Date,
): ReceivedRequest => {
  const target = message.url ?? '/'
  const mark = target.indexOf('?')
  const encodedPath = mark < 0 ? target : target.slice(0, mark)
  return {
    requestId,
    at,
    method: message.method ?? 'GET',
    encodedPath,
    path: decode(encodedPath),
    query: mark < 0 ? '' : target.slice(mark + 1),
    ...collect(message.rawHeaders),
    body,
    sourceIp: (message.socket.remoteAddress ?? '').replace('::ffff:', ''),
    protocol: `HTTP/${message.httpVersion}`,
  }
}
