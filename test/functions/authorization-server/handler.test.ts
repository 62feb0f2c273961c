import { expect, test } from 'vitest'
import { authorizationServerHandler } from '../../../functions/authorization-server/handler.ts'
import { anEvent, bodyOf, expectGuarded, listening } from '../asking.ts'

test('we are described as RFC 8414 §2 asks, with what the token door takes and nothing else', async () => {
  const { log, said } = listening()
  const answer = await authorizationServerHandler({ publicUrl: 'https://api.example', log })(anEvent())
  expect(answer).toMatchObject({ statusCode: 200, headers: { 'content-type': 'application/json' } })
  expect(bodyOf(answer)).toEqual({
    issuer: 'https://api.example',
    token_endpoint: 'https://api.example/oauth/token',
    jwks_uri: 'https://api.example/.well-known/jwks.json',
    response_types_supported: [],
    grant_types_supported: ['client_credentials'],
    scopes_supported: ['decisions', 'claims', 'erasure'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['ES256', 'PS256', 'EdDSA', 'Ed25519'],
    dpop_signing_alg_values_supported: ['ES256', 'PS256', 'EdDSA', 'Ed25519'],
  })
  expectGuarded(answer, 'public, max-age=300')
  expect(said).toEqual([{ code: 'server-described' }])
})
