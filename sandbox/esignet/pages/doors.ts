import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { problem } from '../http/answers.ts'
import type { Call } from '../http/call.ts'
import type { Door } from '../http/door.ts'
import { asset, page } from './answer.ts'
import { authorizePage, errorPage, signInPage } from './authorize-page.ts'
import { welcomePage } from './welcome-page.ts'

const contentTypes: Readonly<Record<string, string>> = {
  'esignet.css': 'text/css; charset=utf-8',
  'crest.svg': 'image/svg+xml',
  'api.js': 'text/javascript; charset=utf-8',
  'authorization-request.js': 'text/javascript; charset=utf-8',
  'consent-view.js': 'text/javascript; charset=utf-8',
  'fingerprint.js': 'text/javascript; charset=utf-8',
  'login-page.js': 'text/javascript; charset=utf-8',
  'login-view.js': 'text/javascript; charset=utf-8',
  'messages.js': 'text/javascript; charset=utf-8',
  'redirects.js': 'text/javascript; charset=utf-8',
  'flow-api.js': 'text/javascript; charset=utf-8',
  'signin-page.js': 'text/javascript; charset=utf-8',
}

const browser = { method: 'GET', who: 'browser', errors: 'plain' } as const

// Read from the working directory, always the root of the repository: a bundle has no place of its own.
const folder = join(process.cwd(), 'sandbox', 'esignet', 'assets')

async function serveAsset(call: Call) {
  const name = call.params.name ?? ''
  const contentType = Object.hasOwn(contentTypes, name) ? contentTypes[name] : undefined
  if (!contentType) return problem(404, call.path)
  return asset(contentType, await readFile(join(folder, name), 'utf8'))
}

/** The files the pages are made of. */
export const assetDoor: Door = { ...browser, path: '/assets/{name}', name: 'asset', open: serveAsset }

const welcome: Door = { ...browser, path: '/', name: 'welcome', open: (_call, world) => page(welcomePage(world)) }

/** What a person sees in the Java line: the page is the authorization endpoint. */
export const javaPageDoors: readonly Door[] = [
  welcome,
  { ...browser, path: '/authorize', name: 'authorize', open: (_call, world) => page(authorizePage(world)) },
]

/** In the Go line the authorization endpoint sends people here. */
export const goPageDoors: readonly Door[] = [
  welcome,
  { ...browser, path: '/signin', name: 'signin', open: (_call, world) => page(signInPage(world)) },
  {
    ...browser,
    path: '/error',
    name: 'error-page',
    open: (call, world) => page(errorPage(world, new URLSearchParams(call.query).get('errorCode') ?? '')),
  },
]
