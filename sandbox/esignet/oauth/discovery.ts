import { advertisedAcrs } from '../authorization/authentication-context.ts'
import { openIdScopes, supportedClaims, verifiableClaims } from '../claims/supported-claims.ts'
import { json, problem } from '../http/answers.ts'
import type { Answer, Call } from '../http/call.ts'
import { settings } from '../settings.ts'
import { issuerOf, parEndpointOf, tokenEndpointOf, type World } from '../world.ts'

const anyOrigin = { 'access-control-allow-origin': '*' }

function endpoints(world: World) {
  return {
    issuer: issuerOf(world),
    authorization_endpoint: `${world.publicUrl}/authorize`,
    token_endpoint: tokenEndpointOf(world),
    jwks_uri: `${world.publicUrl}/.well-known/jwks.json`,
    pushed_authorization_request_endpoint: parEndpointOf(world),
  }
}

/**
 * The OpenID configuration: a static map, with the wrong and placeholder entries of the original
 * (`RSAXXXXX`, `A128GCM`, `*_signed_response_alg`, no `request_uri_parameter_supported`).
 */
export function openidConfiguration(call: Call, world: World): Answer {
  if (world.faults.strikes('discovery-500')) return problem(500, call.path)
  const document = {
    ...endpoints(world),
    userinfo_endpoint: `${world.publicUrl}${settings.basePath}/oidc/userinfo`,
    scopes_supported: openIdScopes,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    acr_values_supported: advertisedAcrs,
    userinfo_signed_response_alg: ['PS256'],
    id_token_signed_response_alg: ['PS256'],
    userinfo_signing_alg_values_supported: ['RS256', 'PS256'],
    id_token_signing_alg_values_supported: ['RS256', 'PS256'],
    userinfo_encryption_alg_values_supported: ['RSAXXXXX'],
    userinfo_encryption_enc_values_supported: ['A128GCM'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS256', 'PS256', 'ES256'],
    claim_types_supported: ['normal'],
    claims_parameter_supported: true,
    request_parameter_supported: false,
    display_values_supported: ['page', 'popup', 'touch', 'wap'],
    subject_types_supported: ['pairwise'],
    claims_supported: supportedClaims,
    claims_locales_supported: ['en'],
    ui_locales_supported: ['en'],
    claims_in_verified_claims_supported: verifiableClaims,
    dpop_signing_alg_values_supported: ['RS256', 'PS256'],
    code_challenge_methods_supported: ['S256'],
    require_pushed_authorization_requests: false,
    authorization_response_iss_parameter_supported: true,
  }
  return json(200, document, 'ok', anyOrigin)
}

/** RFC 8414 metadata; the only one of the two documents that names the grant types. */
export function authorizationServerMetadata(call: Call, world: World): Answer {
  if (world.faults.strikes('discovery-500')) return problem(500, call.path)
  const document = {
    ...endpoints(world),
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['RS256', 'PS256', 'ES256'],
    scopes_supported: openIdScopes,
    response_modes_supported: ['query'],
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code'],
    authorization_response_iss_parameter_supported: true,
  }
  return json(200, document, 'ok', anyOrigin)
}

/** Both signers: eSignet's own key, and the identity system's (unless a fault hides it). */
export function jwks(call: Call, world: World): Answer {
  if (world.faults.strikes('jwks-500')) return problem(500, call.path)
  const hidden = world.faults.strikes('kid-missing-from-jwks')
  const keys = hidden ? [world.oidcKey.published] : [world.oidcKey.published, world.identitySystemKey.published]
  return json(200, { keys }, hidden ? 'kid-missing' : 'ok', anyOrigin)
}
