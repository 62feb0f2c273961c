import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import type { ServiceFile } from '../world/services.ts'
import { activityOf } from './activity.ts'
import { homePage } from './home-page.ts'
import { type Practice, practiceGet, practicePost } from './practice-doors.ts'
import { notFoundPage, problemIndex, problemPage } from './problem-pages.ts'
import { json, page, type Reply } from './reply.ts'
import { servicePage, withoutPortal } from './service-page.ts'
import type { WorldView } from './view.ts'

export interface StartPageOptions {
  readonly port: number
  readonly world: WorldView
  readonly services: readonly ServiceFile[]
  /** Absent: no practice doors. */
  readonly practice?: Practice
}

export interface RunningStartPage {
  readonly close: () => Promise<void>
}

const policy = 'content-security-policy'

/** Nothing may be loaded from elsewhere, nothing may be inline (CSP Level 3). */
const headers: Readonly<Record<string, string>> = {
  [policy]:
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

/** Only the page that asks the session door may ask another origin. */
const policyFor = (origin: string | undefined): Readonly<Record<string, string>> =>
  origin === undefined
    ? {}
    : { [policy]: String(headers[policy]).replace("connect-src 'self'", `connect-src ${origin}`) }

const assetTypes: Readonly<Record<string, string>> = {
  'start.css': 'text/css; charset=utf-8',
  'lies.js': 'text/javascript; charset=utf-8',
  'live.js': 'text/javascript; charset=utf-8',
  'mark.svg': 'image/svg+xml',
  'once.svg': 'image/svg+xml',
  'service.js': 'text/javascript; charset=utf-8',
}

const asset = (name: string): Reply | undefined => {
  const type = assetTypes[name]
  if (type === undefined) return undefined
  return { status: 200, type, body: readFileSync(join(process.cwd(), 'sandbox/start-page/assets', name), 'utf8') }
}

const get = async (path: string, { world, services, practice }: StartPageOptions): Promise<Reply | undefined> => {
  if (path === '/') return page(homePage(world, services, practice))
  if (path === '/counters') return json(world.counters())
  if (path === '/activity') return json(activityOf(world.logs(), Object.keys(world.counters().functions), 60))
  if (path === '/world')
    return json({ urls: world.urls, verificationMetadata: world.verificationMetadata, encrypts: world.encrypts })
  if (path === '/problems' || path === '/problems/') return page(problemIndex())
  // The logo of services without a portal of their own, where an operator would have registered it.
  if (path === '/logo.svg') return asset('mark.svg')
  if (path.startsWith('/assets/')) return asset(path.slice('/assets/'.length))
  if (path.startsWith('/practice/') && practice !== undefined) return practiceGet(path, practice)
  const shown = withoutPortal(services, world).find(({ id }) => path === `/services/${id}`)
  if (shown !== undefined) return { ...page(servicePage(shown, world)), connects: world.urls.api }
  const problem = /^\/problems\/([a-z0-9-]+)$/.exec(path)?.[1]
  const explained = problem === undefined ? undefined : problemPage(problem)
  return explained === undefined ? undefined : page(explained)
}

/** A page of another origin may change nothing; a program that sends no `Origin` may. */
const sameOrigin = ({ headers: { origin, host } }: IncomingMessage): boolean =>
  origin === undefined || origin === `http://${host}`

const post = async (
  path: string,
  request: IncomingMessage,
  { world, practice }: StartPageOptions,
): Promise<Reply | undefined> => {
  if (!sameOrigin(request)) return json({ message: 'Only the start page itself may do that.' }, 403)
  if (path.startsWith('/practice/') && practice !== undefined)
    return practicePost(path, await readJson(request), practice)
  if (path !== '/counters/reset') return undefined
  world.resetCounters()
  return json(world.counters())
}

const mostBytes = 256 * 1024

/** The JSON body; `undefined` when it is none, or too much. */
const readJson = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes > mostBytes) return undefined
    chunks.push(Buffer.from(chunk))
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return undefined
  }
}

/** A name that resolves to this machine must not make a stranger's page the same origin (DNS rebinding). */
const isLocal = (host: string | undefined): boolean => /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host ?? '')

const replyTo = async (request: IncomingMessage, options: StartPageOptions): Promise<Reply> => {
  if (!isLocal(request.headers.host)) return json({ message: 'Ask for localhost.' }, 421)
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  const reads = request.method === 'GET' || request.method === 'HEAD'
  const asked = reads ? get(path, options) : request.method === 'POST' ? post(path, request, options) : undefined
  const reply = await asked
  return reply ?? page(notFoundPage(), 404)
}

const send = (request: IncomingMessage, response: ServerResponse, { status, type, body, connects }: Reply): void => {
  response.writeHead(status, {
    ...headers,
    ...policyFor(connects),
    'content-type': type,
    'content-length': Buffer.byteLength(body),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })

/** Serves the start page, the live counters and the problem pages on 127.0.0.1. */
export const startStartPage = async (options: StartPageOptions): Promise<RunningStartPage> => {
  const server = createServer((request, response) => {
    replyTo(request, options).then(
      (reply) => send(request, response, reply),
      () => send(request, response, json({ message: 'That did not work.' }, 500)),
    )
  })
  await listen(server, options.port)
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
