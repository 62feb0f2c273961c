import { expect, it } from 'vitest'
import { readPlainClaims } from '../../../shared/domain/claims/read-plain-claims.ts'

it('what an answer says about itself is no claim about the person', () => {
  const registered = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti'] // RFC 7519 §4.1
  const ofTokens = ['nonce', 'acr'] // OpenID Connect Core §2
  const ofAnswers = ['verified_claims', '_claim_names', '_claim_sources'] // OIDC4IDA §5, Core §5.6.2
  const members = [...registered, ...ofTokens, ...ofAnswers].map((name) => [name, 'said'])
  expect(readPlainClaims({ ...Object.fromEntries(members), name: 'One' })).toEqual({ name: 'One' })
})
