import { expect, test } from 'vitest'
import { jwksHandler } from '../../../functions/jwks/handler.ts'
import { refusal } from '../../../shared/kernel/codes.ts'
import { ok, refused } from '../../../shared/kernel/result.ts'
import type { PublicJwk } from '../../../shared/ports/client-key.ts'
import { aBrowser, anEvent, bodyOf, expectGuarded, listening, problemPages, traceId } from '../asking.ts'

const key: PublicJwk = { kty: 'RSA', n: 'modulus', e: 'AQAB', kid: 'key-1', alg: 'PS256', use: 'sig' }

test('public keys are a JWK Set that may be kept for five minutes', async () => {
  const { log, said } = listening()
  const answer = await jwksHandler({ publishKeys: async () => ok({ keys: [key] }), problemPages, log })(anEvent())
  expect(answer).toMatchObject({ statusCode: 200, headers: { 'content-type': 'application/jwk-set+json' } })
  expect(bodyOf(answer)).toEqual({ keys: [key] })
  expectGuarded(answer, 'public, max-age=300')
  expect(said).toEqual([{ code: 'keys-published', keys: 1 }])
})

test('keys that cannot be read are a problem nobody may keep, and never a page', async () => {
  const { log, said } = listening()
  const publishKeys = async () => refused(refusal('key-unavailable', 'AccessDeniedException'))
  const answer = await jwksHandler({ publishKeys, problemPages, log })(anEvent({ headers: aBrowser }))
  expect(answer).toMatchObject({
    statusCode: 503,
    headers: { 'content-type': 'application/problem+json', 'retry-after': '5' },
  })
  expect(bodyOf(answer)).toMatchObject({ code: 'key-unavailable', traceId })
  expect(answer.body).not.toContain('AccessDenied')
  expectGuarded(answer)
  expect(said).toEqual([{ code: 'request-refused', service: 'none', refusal: 'key-unavailable' }])
})
