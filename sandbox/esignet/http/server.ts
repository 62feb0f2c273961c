import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { settings } from '../settings.ts'
import type { Answer, Call } from './call.ts'
import { deliver } from './deliver.ts'

/** Read a request fully, or undefined when it is too large. */
async function readCall(request: IncomingMessage): Promise<Call | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > settings.maximumBodyBytes) return undefined
    chunks.push(bytes)
  }
  const [path = '/', ...query] = (request.url ?? '/').split('?')
  return {
    method: request.method ?? 'GET',
    path,
    params: {},
    query: query.join('?'),
    headers: request.headers,
    headerNames: request.rawHeaders.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase()),
    body: Buffer.concat(chunks).toString('utf8'),
  }
}

function send(response: ServerResponse, answer: Answer): void {
  const delivery = answer.hangs ? 'hangs' : answer.delivery
  if (delivery === undefined) response.writeHead(answer.status, answer.headers).end(answer.body)
  else deliver(response, answer, delivery)
}

/**
 * A server on 127.0.0.1; resolves when it listens.
 * @param now what its answers are dated by (RFC 9110 §6.6.1)
 */
export async function listen(
  port: number,
  answer: (call: Call) => Promise<Answer>,
  now: () => Date = () => new Date(),
): Promise<Server> {
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    response.setHeader('date', now().toUTCString())
    const call = await readCall(request)
    send(response, call ? await answer(call) : tooLarge)
  }
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy())
  })
  await listenAgain(server, port)
  return server
}

export const listenAgain = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })

/** Cuts the connections that stand. */
export const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

const tooLarge: Answer = {
  status: 413,
  headers: { 'content-type': 'application/json', connection: 'close' },
  body: JSON.stringify({ error: 'payload_too_large', error_description: 'payload_too_large' }),
  outcome: '413',
}
