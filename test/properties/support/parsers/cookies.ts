import fc from 'fast-check'
import { cookieOf, readLoginCookie, writeLoginCookie } from '../../../../shared/adapters/http/cookies.ts'
import { gluedFrom, oneChange, parserProperty } from './parser.ts'

const name = '__Host-omera-bank-login'
const pieces = [
  name,
  '=',
  ';',
  '; ',
  ' ',
  '__Host-omera-bank-session',
  '__Host-omera-bank-loginx',
  'a',
  '"',
  ',',
  '%3D',
]
const cookies = fc.array(gluedFrom(pieces, 4), { maxLength: 5 })

/** One cookie among many, as a list or as a header. */
export const cookieProperty = parserProperty({
  parser: 'cookie',
  share: 0.06,
  inputs: fc.record({ cookies, asHeader: fc.boolean() }),
  parse: ({ cookies, asHeader }) =>
    cookieOf(asHeader ? { headers: { cookie: cookies.join('; ') } } : { cookies, headers: {} }, name),
  judge: ({ cookies, asHeader }, value) => {
    const single = asHeader
      ? cookies
          .join('; ')
          .split(';')
          .map((cookie, at) => (at === 0 ? cookie : cookie.replace(/^ +/, '')))
      : cookies
    const found = single.filter((cookie) => cookie.slice(0, name.length + 1) === `${name}=`)[0]
    const expected = found?.slice(found.indexOf('=') + 1) || undefined
    return value === expected ? undefined : `read ${JSON.stringify(value)}, is ${JSON.stringify(expected)}`
  },
})

const secretAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const secret = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('base64url'))
const written = fc
  .tuple(secret, secret)
  .map(([browserSecret, lastStateHash]) => writeLoginCookie({ browserSecret, lastStateHash }))

/** The login cookie: two secrets and a dot, and nothing that only looks like it. */
export const loginCookieProperty = parserProperty({
  parser: 'login cookie',
  share: 0.06,
  inputs: fc.oneof(written, written.chain(oneChange), fc.string({ maxLength: 100 })),
  parse: readLoginCookie,
  judge: (value, cookie) => {
    const [one = '', other = '', ...more] = value.split('.')
    const good =
      more.length === 0 &&
      [one, other].every((part) => part.length === 43 && [...part].every((c) => secretAlphabet.includes(c)))
    if ((cookie !== undefined) !== good) return good ? 'refused' : 'accepted'
    return cookie === undefined || (cookie.browserSecret === one && cookie.lastStateHash === other)
      ? undefined
      : 'read differently'
  },
})
