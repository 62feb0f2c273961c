import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** What came in, body included. */
export interface Received {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export interface LocalServer {
  readonly origin: string
  readonly received: readonly Received[]
  /** Nobody listens at this origin any more. */
  close(): Promise<void>
}

/** A server on this machine for the length of one test. `answer` may end the response, leave it hanging, or destroy the socket. */
export const listen = async (
  answer: (response: ServerResponse, request: Received) => unknown,
): Promise<LocalServer> => {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk))
    const { method = '', url = '', headers } = request
    const whole = { method, path: url, headers, body: Buffer.concat(chunks).toString('utf8') }
    received.push(whole)
    await answer(response, whole)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = async () => {
    server.closeAllConnections()
    if (server.listening) await new Promise((resolve) => server.close(resolve))
  }
  onTestFinished(close)
  return { origin: `http://127.0.0.1:${portOf(server.address())}`, received, close }
}

const portOf = (address: string | AddressInfo | null): number => {
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}
