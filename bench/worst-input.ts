import { generateKeyPairSync } from 'node:crypto'
import { createLocalJWKSet, type JSONWebKeySet } from 'jose'
import { readEvent, visibleCharacters } from '../shared/adapters/http/gateway-event.ts'
import { openJwe } from '../shared/adapters/jose/open-jwe.ts'
import { openJws } from '../shared/adapters/jose/open-jws.ts'
import { judgeKeys } from '../shared/adapters/jose/trustworthy-keys.ts'
import { parseStrictJson } from '../shared/adapters/json/strict-json.ts'
import { allowedReturnTo } from '../shared/domain/login/return-to.ts'
import { readVerifiedClaims } from '../shared/domain/verified-claims/read.ts'
import { esignet18 } from '../shared/providers/esignet/release-1.8.ts'

/**
 * What the most expensive hostile input of 64 kB costs, in CPU time of this process: the limits come before the work, so
 * nothing here may be far above the cost of verifying one honest signature, which is measured beside it and printed as 1.
 * `npm run worst-input`.
 */
const size = 64 * 1024
const fill = (piece: string): string => piece.repeat(Math.floor(size / piece.length))
const b64 = (text: string): string => Buffer.from(text).toString('base64url')

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const jwks = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k' }] } as unknown as JSONWebKeySet
const keys = createLocalJWKSet(jwks)
const opening = { keys, algorithms: ['PS256'], longest: size }

const swallow = async (deed: () => unknown): Promise<void> => {
  try {
    await deed()
  } catch {
    // Refused, which is what is being paid for.
  }
}

const json = (text: string) => () => parseStrictJson(text)
const jws = (header: string, payload: string) => () => openJws(`${b64(header)}.${b64(payload)}.AAAA`, opening)
const claims = (verified_claims: unknown) => () => readVerifiedClaims({ iss: 'x', verified_claims }, esignet18)
const event = (rawQueryString: string) => () =>
  readEvent({
    rawQueryString,
    headers: {},
    requestContext: { requestId: 'r' },
  } as unknown as Parameters<typeof readEvent>[0]).parameter('state', visibleCharacters)
const { SignJWT } = await import('jose')
const honest = await new SignJWT({ sub: 'x' }).setProtectedHeader({ alg: 'PS256', kid: 'k' }).sign(privateKey)

const inputs: readonly (readonly [string, () => unknown])[] = [
  ['JSON: brackets without end', json('['.repeat(size))],
  ['JSON: sixteen deep, as wide as it goes', json(`${'['.repeat(15)}${fill('[],')}[]${']'.repeat(15)}`)],
  [
    'JSON: thousands of members, the last one twice',
    json(`{${Array.from({ length: 5000 }, (_, n) => `"member${n}":1`).join()},"member1":2}`),
  ],
  ['JSON: one string of escapes', json(`"${fill('\\u0041')}"`)],
  ['JSON: a string that never ends', json(`"${fill('\\"')}`)],
  ['JSON: thousands of numbers', json(`[${fill('1e308,')}1]`)],
  ['JWS: a header of 64 kB', jws(`{"alg":"PS256","kid":"${'k'.repeat(48_000)}"}`, '{}')],
  ['JWS: a payload of 64 kB', jws('{"alg":"PS256","kid":"k"}', `{"a":"${'a'.repeat(48_000)}"}`)],
  ['JWS: 64 kB of dots', () => openJws('.'.repeat(size), opening)],
  ['JWS: 64 kB of nothing', () => openJws('A'.repeat(size), opening)],
  [
    'JWS: embedded keys',
    jws(`{"alg":"PS256","jwk":${JSON.stringify(jwks.keys[0])},"x5c":["${'A'.repeat(40_000)}"]}`, '{}'),
  ],
  [
    'JWE: a password and a billion rounds',
    () =>
      openJwe(
        `${b64('{"alg":"PBES2-HS512+A256KW","enc":"A256GCM","p2c":1000000000}')}.AAAA.AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA`,
        async () => undefined,
      ),
  ],
  [
    'JWE: compressed',
    () =>
      openJwe(
        `${b64('{"alg":"RSA-OAEP-256","enc":"A256GCM","zip":"DEF"}')}.AAAA.AAAAAAAAAAAAAAAA.${'A'.repeat(60_000)}.AAAAAAAAAAAAAAAAAAAAAA`,
        async () => undefined,
      ),
  ],
  ['keys: thousands', () => judgeKeys({ keys: Array.from({ length: 3000 }, () => ({ kty: 'RSA' })) })],
  [
    'keys: fifty of eight thousand bits',
    () =>
      judgeKeys({
        keys: Array.from({ length: 50 }, (_, n) => ({
          kty: 'RSA',
          e: 'AQAB',
          kid: `${n}`,
          n: `${'-'.repeat(1360)}${n}`,
        })),
      }),
  ],
  ['verified claims: thousands', claims(Array.from({ length: 10_000 }, () => ({})))],
  [
    'verified claims: thirty-two of 2 kB',
    claims(
      Array.from({ length: 32 }, (_, n) => ({
        verification: { trust_framework: 'eidas' },
        claims: Object.fromEntries(
          Array.from({ length: 50 }, (_, m) => [`claim${m}`, `value ${n} ${m} ${'x'.repeat(20)}`]),
        ),
      })),
    ),
  ],
  [
    'verified claims: evidence without end',
    claims({
      verification: { trust_framework: 'eidas', evidence: Array.from({ length: 5000 }, () => ({ type: 'document' })) },
      claims: {},
    }),
  ],
  ['query: thousands of states', event(fill('state=a&'))],
  ['query: percent signs', event(`state=${fill('%')}`)],
  ['return_to: slashes', () => allowedReturnTo(`/${'/a'.repeat(30_000)}`, 'https://x.example', ['/'])],
]

const rounds = 20
const costOf = async (deed: () => unknown): Promise<number> => {
  await swallow(deed)
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage()
    await swallow(deed)
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

const yardstick = await costOf(() => openJws(honest, opening))
const rows = []
for (const [input, deed] of inputs) {
  const milliseconds = await costOf(deed)
  rows.push({
    input,
    'CPU ms': Number(milliseconds.toFixed(2)),
    'times one signature': Number((milliseconds / yardstick).toFixed(1)),
  })
}
rows.sort((a, b) => b['CPU ms'] - a['CPU ms'])
console.table(rows)
console.log(JSON.stringify({ inputs: rows.length, worst: rows[0], oneSignatureMs: Number(yardstick.toFixed(2)) }))
