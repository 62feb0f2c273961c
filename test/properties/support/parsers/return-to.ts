import fc from 'fast-check'
import { allowedReturnTo } from '../../../../shared/domain/login/return-to.ts'
import { gluedFrom, parserProperty } from './parser.ts'

const portal = 'https://bank.example'
const lists = [
  ['/'],
  ['/app/'],
  ['/app'],
  ['/app/', 'https://other.example/back/'],
  ['https://other.example/back'],
] as const
const pieces = [
  '/',
  '//',
  '\\',
  '..',
  '.',
  '/./',
  '/../',
  '%2e',
  '%2E%2e',
  '%2f',
  '%5c',
  '%252e',
  'app',
  'admin',
  'https:',
  'http:',
  'javascript:',
  'https://bank.example',
  'https://other.example/back/',
  'https://evil.example',
  '@',
  ':443',
  ':',
  '\t',
  '\n',
  '\r',
  '?',
  '#',
  'x=1',
  '&',
  ' ',
  '\u0000',
  '\uff0f',
  '\u3002',
  'é',
  '[',
  ']',
  ';',
]
const honest = /^\/app(\/[a-z]+)*(\?[a-z=&]*)?$/

/** Where a person may be sent back to: never a place that is not on the list, however it is spelt. */
export const returnToProperty = parserProperty({
  parser: 'return_to',
  share: 0.15,
  inputs: fc.record({
    listed: fc.constantFrom(...lists),
    asked: fc.oneof(
      gluedFrom(pieces, 8),
      gluedFrom(pieces, 6).map((rest) => `/app/${rest}`),
      gluedFrom(pieces, 3).map((rest) => `/app${rest}`),
      gluedFrom(['a', ':', '@', 'bank.example', 'evil.example', '/app/', '/', '?', '#'], 5).map(
        (rest) => `https://${rest}`,
      ),
      gluedFrom(pieces, 4).map((rest) => `https://bank.example${rest}`),
      fc.stringMatching(honest),
    ),
  }),
  parse: ({ asked, listed }) => allowedReturnTo(asked, portal, listed),
  judge: ({ asked, listed }, result) => {
    if (result !== undefined) return wrongWith(result, asked, listed)
    const mustBeAllowed =
      honest.test(asked) &&
      listed.some((prefix) => ['/', '/app'].includes(prefix) || (prefix === '/app/' && asked.startsWith('/app/')))
    return mustBeAllowed ? 'refused an honest place' : undefined
  },
})

/** The result as a browser goes there, compared with the list as people read it. */
const wrongWith = (result: string, asked: string, listed: readonly string[]): string | undefined => {
  const there = new URL(result)
  if (there.href !== result && `${there.href}` !== `${result}/`) return `${result} is not spelt as a browser spells it`
  if (there.username !== '' || there.password !== '' || there.hash !== '') return `${result} carries more than a place`
  const browser = new URL(asked, portal)
  if (browser.origin !== there.origin || browser.pathname !== there.pathname) return `a browser goes to ${browser.href}`
  const home = listed.find((prefix) => isUnder(there, new URL(prefix, portal)))
  if (home === undefined) return `${result} is not on the list`
  // A portal's server may decode before it looks for `..`; never twice (RFC 3986 §2.4).
  const wanted = partsOf(new URL(home, portal).pathname)
  const served = partsOf(decodedOnce(there.pathname).replaceAll('\\', '/'))
  return wanted.every((part, at) => served[at] === part) ? undefined : `${result} leaves ${home} when decoded`
}

/** The segments a lenient server would look for: dots resolved, empty ones gone. */
const partsOf = (path: string): readonly string[] => {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts
}

const decodedOnce = (path: string): string =>
  path.replace(/%[0-7][0-9a-f]/gi, (encoded) => String.fromCharCode(Number.parseInt(encoded.slice(1), 16)))

const isUnder = (place: URL, home: URL): boolean => {
  const wanted = home.pathname.split('/').filter((part) => part !== '')
  const parts = place.pathname.split('/').slice(1)
  return place.origin === home.origin && wanted.every((part, at) => parts[at] === part)
}
