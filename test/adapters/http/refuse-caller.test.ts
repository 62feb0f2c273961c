import { expect, test } from 'vitest'
import { refuseCaller } from '../../../shared/adapters/http/refuse-caller.ts'
import { type RefusalCode, refusal, refusals } from '../../../shared/kernel/codes.ts'
import { bodyOf, expectGuarded } from '../../functions/asking.ts'

const context = { traceId: 'trace-1', problemPages: 'https://pages.example/problems/' }
const algs = 'algs="ES256 PS256 EdDSA Ed25519"'

test.each<[RefusalCode, string | undefined, number, string | undefined]>([
  ['access-token-missing', undefined, 401, `DPoP ${algs}`],
  ['access-token-invalid', 'exp', 401, `DPoP error="invalid_token", error_description="…", ${algs}`],
  ['proof-invalid', 'htu', 401, `DPoP error="invalid_dpop_proof", error_description="…", ${algs}`],
  ['proof-replayed', undefined, 401, `DPoP error="invalid_dpop_proof", error_description="…", ${algs}`],
  [
    'scope-insufficient',
    'erasure',
    403,
    `DPoP error="insufficient_scope", error_description="…", scope="erasure", ${algs}`,
  ],
  ['caller-not-allowed', undefined, 403, undefined],
  ['store-unavailable', undefined, 503, undefined],
])('%s is a problem with the challenge that belongs to it', (code, detail, status, challenge) => {
  const answer = refuseCaller(refusal(code, detail), context)
  expect(answer.statusCode).toBe(status)
  expect(bodyOf(answer)).toEqual({
    type: `${context.problemPages}${code}`,
    title: refusals[code].title,
    status,
    code,
    traceId: 'trace-1',
  })
  expect(answer.headers?.['www-authenticate']).toBe(challenge?.replace('…', refusals[code].title))
  expectGuarded(answer)
})
