import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { cacheControl, securityHeaders } from './headers.ts'
import { type Route, routesOf } from './routes.ts'

/** What a portal's pages are told at `/settings.json`. */
export interface PortalSettings {
  /** id of the relying-party service the portal is the face of */
  readonly service: string
  /** origin of the platform's API, e.g. `http://localhost:4301` */
  readonly verifyOnce: string
  /** start page of the practice world, without a trailing slash; explanations of refusals are under `/problems/` there */
  readonly home: string
}

export interface PortalOptions {
  readonly name: 'omera-bank' | 'visa'
  /** 0 takes any free port */
  readonly port: number
  readonly settings: PortalSettings
}

export interface RunningPortal {
  /** where a browser finds it; always `localhost`, so that the API on another port of `localhost` is the same site (cookies) */
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

/**
 * Starts one demo portal on 127.0.0.1: the static files of `portals/<name>/` and `portals/kit/` (as `/kit/…`), and its settings.
 *
 * @throws TypeError when an address in the settings is not http(s); the node error when the port is taken or the folder is missing
 */
export async function startPortal({ name, port, settings }: PortalOptions): Promise<RunningPortal> {
  const headers = securityHeaders(httpUrl(settings.verifyOnce).origin)
  const body = JSON.stringify({
    service: settings.service,
    verifyOnce: withoutSlash(httpUrl(settings.verifyOnce).href),
    home: withoutSlash(httpUrl(settings.home).href),
  })
  const portals = join(process.cwd(), 'portals')
  const routes = new Map([...(await routesOf(join(portals, name))), ...(await routesOf(join(portals, 'kit'), '/kit'))])
  const server = createServer((request, response) => {
    for (const [header, value] of Object.entries(headers)) response.setHeader(header, value)
    answer(routes, body, request, response).catch(() => send(request, response, 500, plain, 'Not readable just now'))
  })
  const actual = await listen(server, port)
  return { url: `http://localhost:${actual}`, port: actual, close: () => close(server) }
}

const plain = 'text/plain; charset=utf-8'

async function answer(
  routes: Map<string, Route>,
  settings: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD')
    return send(request, response, 405, plain, 'Only GET and HEAD')
  }
  // The raw target, not a parsed URL: a URL parser would quietly resolve `..` into some other page.
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
  if (path === '/settings.json') return send(request, response, 200, 'application/json', settings)
  const route = path === '/404' ? undefined : routes.get(path)
  if (route) return send(request, response, 200, route.contentType, await readFile(route.file))
  const missing = routes.get('/404')
  if (missing) return send(request, response, 404, missing.contentType, await readFile(missing.file))
  return send(request, response, 404, plain, 'No such page')
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  contentType: string,
  body: string | Buffer,
): void {
  if (response.headersSent) return
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
    'cache-control': cacheControl(contentType),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function httpUrl(text: string): URL {
  const url = new URL(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new TypeError(`not an http(s) address: ${text}`)
  return url
}

function withoutSlash(href: string): string {
  return href.replace(/\/$/, '')
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject)
      const address = server.address()
      resolve(address !== null && typeof address === 'object' ? address.port : port)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    server.closeAllConnections()
  })
}
