import { callerAlgorithms } from '../domain/back-channel/algorithms.ts'
import { scopes } from '../domain/back-channel/scope.ts'
import { tokenPath } from './issue-token.ts'

/**
 * What a client's library wants to know of us as an authorization server (RFC 8414 §2), and nothing that we do not do. There is
 * no authorization endpoint: people log in through the services' own doors. `response_types_supported` is required, and empty.
 */
export const describeServer = ({ publicUrl }: { readonly publicUrl: string }) => ({
  issuer: publicUrl,
  token_endpoint: `${publicUrl}${tokenPath}`,
  jwks_uri: `${publicUrl}/.well-known/jwks.json`,
  response_types_supported: [],
  grant_types_supported: ['client_credentials'],
  scopes_supported: scopes,
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
  token_endpoint_auth_signing_alg_values_supported: callerAlgorithms,
  // RFC 9449 §5.1.
  dpop_signing_alg_values_supported: callerAlgorithms,
})
