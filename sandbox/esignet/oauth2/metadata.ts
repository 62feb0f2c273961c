import { anyOrigin, json, problem } from '../http/answers.ts'
import type { Answer, Call } from '../http/call.ts'
import { endpointOf, issuerOf, type World } from '../world.ts'

/** Both well-known documents: one map, truthful about algorithms and without the members the Java line has to spare. */
export function metadata(call: Call, world: World): Answer {
  if (world.faults.strikes('discovery-500')) return problem(500, call.path)
  const { dialect } = world
  const signing = [world.providerKeys.current.alg]
  const document = {
    issuer: issuerOf(world, 'discovery'),
    authorization_endpoint: endpointOf(world, 'authorize'),
    token_endpoint: endpointOf(world, 'token'),
    userinfo_endpoint: endpointOf(world, 'userinfo'),
    jwks_uri: endpointOf(world, 'jwks'),
    pushed_authorization_request_endpoint: endpointOf(world, 'par'),
    scopes_supported: dialect.discovery.scopes,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: dialect.discovery.assertionAlgorithms,
    dpop_signing_alg_values_supported: dialect.dpop?.algorithms,
    id_token_signing_alg_values_supported: signing,
    id_token_encryption_alg_values_supported: ['RSA-OAEP', 'RSA-OAEP-256'],
    id_token_encryption_enc_values_supported: ['A256GCM'],
    // The key that really signs userinfo is the identity system's, RS256: eSignet does not know.
    userinfo_signing_alg_values_supported: signing,
    userinfo_encryption_alg_values_supported: ['RSA-OAEP', 'RSA-OAEP-256'],
    userinfo_encryption_enc_values_supported: ['A256GCM'],
    code_challenge_methods_supported: ['S256'],
    subject_types_supported: ['pairwise'],
    claims_supported: dialect.discovery.claims,
    acr_values_supported: dialect.discovery.acrs,
    claims_parameter_supported: true,
    authorization_response_iss_parameter_supported: true,
  }
  return json(200, document, 'ok', anyOrigin)
}
