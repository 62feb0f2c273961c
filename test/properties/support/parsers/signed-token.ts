import { generateKeyPairSync, sign } from 'node:crypto'
import fc from 'fast-check'
import { createLocalJWKSet } from 'jose'
import * as z from 'zod'
import { openJws } from '../../../../shared/adapters/jose/open-jws.ts'
import { Fault } from '../../../../shared/kernel/fault.ts'
import { parserProperty } from './parser.ts'

const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const jwk = z.object({ kty: z.string(), crv: z.string(), x: z.string(), y: z.string() })
const published = { ...jwk.parse(pair.publicKey.export({ format: 'jwk' })), kid: 'k', alg: 'ES256', use: 'sig' }
const keys = createLocalJWKSet({ keys: [published] })

const signed = (header: string, payload: Uint8Array): string => {
  const input = `${Buffer.from(header, 'utf8').toString('base64url')}.${Buffer.from(payload).toString('base64url')}`
  const key = { key: pair.privateKey, dsaEncoding: 'ieee-p1363' } as const
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`
}

const absent = Symbol('absent')
const member = (...values: unknown[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(absent) }, fc.constantFrom(...values))
const headers = fc
  .record({
    alg: fc.oneof(
      { weight: 6, arbitrary: fc.constant('ES256') },
      fc.constantFrom('none', 'HS256', 'RS256', 'ES384', 5, null, absent),
    ),
    kid: fc.oneof({ weight: 6, arbitrary: fc.constant('k') }, fc.constantFrom('other', 5, '', absent)),
    typ: member('JWT', 'jwt', 'at+jwt', 'dpop+jwt', 'logout+jwt', '', 5, null, {}, ['JWT']),
    crit: member([], ['exp'], ['b64'], 'b64', 5),
    jwk: member(published, {}, 5),
  })
  .map((header) => Object.fromEntries(Object.entries(header).filter(([, value]) => value !== absent)))

const payloads = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .dictionary(fc.string({ maxLength: 3 }), fc.jsonValue({ maxDepth: 2 }))
      .map((claims) => JSON.stringify(claims)),
  },
  fc.constantFrom(
    '[]',
    'null',
    '5',
    '"text"',
    '',
    '{',
    '{}}',
    '{"a":1,"a":2}',
    '{"a":1,"\\u0061":2}',
    '\ufeff{}',
    ' {} ',
  ),
)
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8')
const broken = fc.constant(Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))

interface Token {
  readonly header: Readonly<Record<string, unknown>>
  readonly payload: Uint8Array
  /** A member of the header is there twice. */
  readonly twice: boolean
  /** Where and what is changed after signing. */
  readonly change?: readonly [at: number, put: string]
}

const tokens: fc.Arbitrary<Token> = fc.record(
  {
    header: headers,
    twice: fc.integer({ min: 0, max: 9 }).map((one) => one === 9),
    payload: fc.oneof({ weight: 8, arbitrary: payloads.map(bytesOf) }, broken),
    change: fc.tuple(fc.nat({ max: 400 }), fc.constantFrom('', 'A', 'B', '=', '.', '-', '\n', ' ', '%')),
  },
  { requiredKeys: ['header', 'payload', 'twice'] },
)

const writtenOf = ({ header, payload, twice, change }: Token): { honest: string; token: string } => {
  const text = JSON.stringify(header)
  const honest = signed(twice ? text.replace('{', '{"cty":"x","cty":"x",') : text, payload)
  const at = (change?.[0] ?? 0) % honest.length
  return { honest, token: change === undefined ? honest : honest.slice(0, at) + change[1] + honest.slice(at + 1) }
}

/** Tokens that are signed by the right key and say odd things, and honest ones with one character changed. */
export const signedTokenProperty = parserProperty({
  parser: 'signed token',
  share: 0.02,
  inputs: tokens,
  parse: async (input) => {
    const { token, honest } = writtenOf(input)
    try {
      const opened = await openJws(token, { keys, algorithms: ['ES256'], longest: 4096 })
      return { ok: opened.ok, changed: token !== honest }
    } catch (error) {
      // JSON that two readers would read differently is thrown, on purpose and under its own code.
      if (error instanceof Fault && error.code.startsWith('json-')) return { ok: false, changed: token !== honest }
      throw error
    }
  },
  judge: ({ header, payload, twice }, { ok, changed }) => {
    const good = !changed && !twice && headerIsGood(header) && isObjectOnce(payload)
    return ok === good ? undefined : `${ok ? 'accepted' : 'refused'} ${JSON.stringify(header)}`
  },
})

const headerIsGood = ({ alg, kid, typ, crit }: Readonly<Record<string, unknown>>): boolean =>
  alg === 'ES256' &&
  (kid === undefined || kid === 'k') &&
  (typ === undefined || typ === 'JWT' || typ === 'jwt') &&
  crit === undefined

/** A JSON object in good UTF-8, no member of which is there twice; the generated ones are their own shortest spelling. */
const isObjectOnce = (payload: Uint8Array): boolean => {
  const text = Buffer.from(payload).toString('utf8')
  if (text === '{"a":1,"a":2}' || text === '{"a":1,"\\u0061":2}' || text.includes('\ufffd')) return false
  return text.trim().startsWith('{') && text !== '{' && text !== '{}}'
}
