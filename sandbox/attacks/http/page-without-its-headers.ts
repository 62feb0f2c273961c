import { defineAttack } from '../attack.ts'
import type { Answer } from '../http.ts'
import { asPage, patiently } from '../our-doors.ts'

/** What every page says; HSTS belongs to TLS and is ignored without (RFC 6797 §8.1), so the pages of a practice world have none. */
const everywhere = {
  'content-security-policy':
    /(?=.*default-src '(?:none|self)')(?=.*frame-ancestors 'none')(?=.*base-uri 'none')(?=.*form-action 'none')/,
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^no-referrer$/,
} as const
const ours = { ...everywhere, 'strict-transport-security': /^max-age=\d{8}; includeSubDomains$/ } as const

const unsafe = /unsafe-eval|script-src[^;]*'unsafe-inline'|\*/

const pagesOfOurDoors = [
  '/omera-bank/login',
  '/omera-bank/login?act=open-account&return_to=//evil.example',
  '/omera-bank/login?ui_locales=%00',
  '/nobody/login',
  '/nobody/callback',
  '/nobody/callback?state=made-up&code=made-up',
  '/nobody/callback?state=a&state=b',
]

/** All pages of our doors, of the portals and of the start page, errors included. */
export default defineAttack({
  name: 'page-without-its-headers',
  rows: ['G18'],
  says: 'looks for a page that another one may frame, or in which a script could run',
  answeredAs: 'accepted',
  done: async (scene) => {
    const look = (what: string, { headers }: Answer, wanted: Readonly<Record<string, RegExp>>): void => {
      if (!(headers['content-type'] ?? []).join().startsWith('text/html')) scene.wrong(`${what} is no page`)
      for (const [name, form] of Object.entries(wanted))
        if (!form.test((headers[name] ?? []).join())) scene.wrong(`${what}: ${name} is ${headers[name] ?? 'missing'}`)
      if (unsafe.test((headers['content-security-policy'] ?? []).join())) scene.wrong(`${what}: the policy is loose`)
    }
    for (const path of pagesOfOurDoors) look(path, await patiently(() => scene.send({ path, headers: asPage })), ours)
    const { home, portals } = scene.pages
    const pages = [
      ...['/', '/problems/', '/problems/act-unknown', '/nowhere'].map((path) => [home, path] as const),
      ...Object.values(portals).flatMap((portal) => ['/', '/nowhere'].map((path) => [portal, path] as const)),
      [portals['omera-bank'] ?? '', '/account'] as const,
      [portals['visa'] ?? '', '/application'] as const,
    ]
    for (const [origin, path] of pages) {
      const headers = { ...asPage, host: new URL(origin).host }
      look(`${origin}${path}`, await scene.sendTo(origin, { path, headers }), everywhere)
    }
    await scene.mark()
    return scene.send({ path: '/.well-known/jwks.json' })
  },
})
