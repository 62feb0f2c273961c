import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { LogRing } from '../lambda/log-ring.ts'
import { accessLogLine } from './access-log.ts'
import { type Answer, badRequest, forbidden, headersTooLarge, internalServerError, tooLarge } from './answer.ts'
import type { HttpApi } from './api.ts'
import { isAmbiguous, isServed } from './framing.ts'
import { type Handled, requestHandler } from './handle.ts'
import { headSize, largestHead, readBody, receivedRequest } from './request.ts'

export interface Gateway {
  readonly port: number
  readonly close: () => Promise<void>
}

export interface GatewayOptions {
  readonly api: HttpApi
  readonly port: number
  readonly logs: LogRing
  /** Milliseconds since the epoch; throttles refill by it. */
  readonly now?: () => number
  /** Milliseconds in which a request must have arrived whole. */
  readonly patience?: number
}

/** As long as the integration may take. AWS does not publish how slowly one may send, only that nobody is invoked meanwhile. */
const usualPatience = 30_000

const send = (
  response: ServerResponse,
  { status, headers, cookies, body }: Answer,
  requestId: string,
  method: string,
): void => {
  const connection = method === 'HEAD' ? undefined : body
  const hopByHop = new Set(['connection', 'transfer-encoding', 'content-length', 'keep-alive', 'upgrade'])
  for (const [name, value] of Object.entries(headers)) if (!hopByHop.has(name)) response.setHeader(name, value)
  if (cookies.length > 0) response.setHeader('set-cookie', [...cookies])
  response.setHeader('apigw-requestid', requestId)
  if (status !== 204 && status !== 304) response.setHeader('content-length', body.length)
  response.writeHead(status).end(connection)
}

const refused = (answer: Answer): Handled => ({ answer, routeKey: '-' })

/** What is refused for its head alone. */
const refusalOf = (message: IncomingMessage): Answer | undefined => {
  if (isAmbiguous(message)) return badRequest
  if (!isServed(message.headers.host)) return forbidden
  return headSize(message) > largestHead ? headersTooLarge : undefined
}

const exchange = async (
  message: IncomingMessage,
  response: ServerResponse,
  options: GatewayOptions,
  handle: ReturnType<typeof requestHandler>,
) => {
  const at = new Date(options.now?.() ?? Date.now())
  const requestId = randomUUID()
  const early = refusalOf(message)
  // Where a body ends that is framed in two ways nobody knows, so it is not read, and nothing after it.
  const body = early === badRequest ? undefined : await readBody(message)
  const request = receivedRequest(message, body ?? Buffer.alloc(0), requestId, at)
  const handled = early !== undefined ? refused(early) : body === undefined ? refused(tooLarge) : await handle(request)
  if (body === undefined || request.protocol === 'HTTP/1.0') response.setHeader('connection', 'close')
  send(response, handled.answer, requestId, request.method)
  const format = options.api.accessLogFormat
  if (format === undefined) return
  const line = accessLogLine(format, { request, latency: Date.now() - at.getTime(), ...handled }, options.api)
  options.logs.add({ at: new Date().toISOString(), source: 'gateway', requestId, text: line })
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })

/** Serves one HTTP API on 127.0.0.1. Rejects with the system's error when the port is taken. */
export const startGateway = async (options: GatewayOptions): Promise<Gateway> => {
  const handle = requestHandler(options.api)
  const { patience = usualPatience } = options
  const bounds = {
    maxHeaderSize: 64 * 1024,
    // Ours to refuse: the parser's own refusal would go on to the next request.
    requireHostHeader: false,
    headersTimeout: patience,
    requestTimeout: patience,
    connectionsCheckingInterval: Math.min(patience, 1_000),
  }
  // What follows an ambiguous request may be its body; the parser has perhaps read it already.
  const ended = new WeakSet<Socket>()
  const server = createServer(bounds, (message, response) => {
    if (ended.has(message.socket)) return
    if (isAmbiguous(message)) ended.add(message.socket)
    exchange(message, response, options, handle).catch(() => {
      if (!response.headersSent) send(response, internalServerError, randomUUID(), 'GET')
    })
  })
  const port = await listen(server, options.port)
  return {
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
