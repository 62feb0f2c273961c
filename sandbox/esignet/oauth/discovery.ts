import { verifiableClaims } from '../claims/verifiable-claims.ts'
import { anyOrigin, json, problem } from '../http/answers.ts'
import type { Answer, Call } from '../http/call.ts'
import { endpointOf, issuerOf, type World } from '../world.ts'

function endpoints(world: World) {
  return {
    issuer: issuerOf(world, 'discovery'),
    authorization_endpoint: endpointOf(world, 'authorize'),
    token_endpoint: endpointOf(world, 'token'),
    jwks_uri: endpointOf(world, 'jwks'),
    // JSON leaves out what a release does not have.
    pushed_authorization_request_endpoint: endpointOf(world, 'par'),
  }
}

/**
 * The OpenID configuration: a static map, with the wrong and placeholder entries of the original
 * (`RSAXXXXX`, `A128GCM`, `*_signed_response_alg`, no `request_uri_parameter_supported`).
 */
export function openidConfiguration(call: Call, world: World): Answer {
  if (world.faults.strikes('discovery-500')) return problem(500, call.path)
  const lists = world.dialect.discovery
  const document = {
    ...endpoints(world),
    userinfo_endpoint: endpointOf(world, 'userinfo'),
    scopes_supported: lists.scopes,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    acr_values_supported: lists.acrs,
    userinfo_signed_response_alg: [world.dialect.tokens.algorithms[0]],
    id_token_signed_response_alg: [world.dialect.tokens.algorithms[0]],
    userinfo_signing_alg_values_supported: lists.idTokenAlgorithms,
    id_token_signing_alg_values_supported: lists.idTokenAlgorithms,
    userinfo_encryption_alg_values_supported: ['RSAXXXXX'],
    userinfo_encryption_enc_values_supported: ['A128GCM'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: lists.assertionAlgorithms,
    claim_types_supported: ['normal'],
    claims_parameter_supported: true,
    request_parameter_supported: false,
    display_values_supported: ['page', 'popup', 'touch', 'wap'],
    subject_types_supported: ['pairwise'],
    claims_supported: lists.claims,
    claims_locales_supported: ['en'],
    ui_locales_supported: ['en'],
    claims_in_verified_claims_supported: verifiableClaims,
    dpop_signing_alg_values_supported: world.dialect.dpop?.algorithms,
    code_challenge_methods_supported: ['S256'],
    require_pushed_authorization_requests: false,
    authorization_response_iss_parameter_supported: world.dialect.issuer.redirect === undefined ? undefined : true,
  }
  return json(200, document, 'ok', anyOrigin)
}

/** RFC 8414 metadata; the only one of the two documents that names the grant types. */
export function authorizationServerMetadata(call: Call, world: World): Answer {
  if (world.faults.strikes('discovery-500')) return problem(500, call.path)
  const lists = world.dialect.discovery
  const document = {
    ...endpoints(world),
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: lists.assertionAlgorithms,
    scopes_supported: lists.scopes,
    response_modes_supported: ['query'],
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code'],
    authorization_response_iss_parameter_supported: world.dialect.issuer.redirect === undefined ? undefined : true,
  }
  return json(200, document, 'ok', anyOrigin)
}
