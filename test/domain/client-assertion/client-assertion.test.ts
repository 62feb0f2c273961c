import { decodeJwt, decodeProtectedHeader } from 'jose'
import { expect, it } from 'vitest'
import { signingInput } from '../../../shared/domain/client-assertion/client-assertion.ts'

it('an assertion says who we are, to whom, for how long, once', () => {
  const token = `${signingInput({
    clientId: 'client',
    audience: 'https://esignet.example',
    algorithm: 'PS256',
    keyId: 'key-1',
    issuedAt: 1000,
    lifetimeSeconds: 60,
    jti: 'unique',
  })}.c2lnbmF0dXJl`
  expect(decodeProtectedHeader(token)).toEqual({ alg: 'PS256', kid: 'key-1', typ: 'JWT' })
  expect(decodeJwt(token)).toEqual({
    iss: 'client',
    sub: 'client',
    aud: 'https://esignet.example',
    jti: 'unique',
    iat: 1000,
    exp: 1060,
  })
})
