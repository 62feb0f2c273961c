import type { ClientAuth } from 'oauth4webapi'
import type { ProviderProfile } from '../../../domain/provider/profile.ts'
import { ok } from '../../../kernel/result.ts'
import type { ClientAuthentication, IdentityProvider } from '../../../ports/identity-provider.ts'
import { longestToken, longestUserInfo } from '../../jose/compact-form.ts'
import { openJws } from '../../jose/open-jws.ts'
import { type ProviderKeys, providerKeys } from '../../jose/provider-keys.ts'
import { boundedFetch } from '../bounded-fetch.ts'
import { type ProviderMetadata, providerMetadata } from './provider-metadata.ts'
import { pushRequest } from './pushed-request.ts'
import { exchangeTokens } from './token-exchange.ts'
import { fetchUserInfo } from './user-info.ts'

export interface ProviderAddress {
  readonly discovery: URL
  readonly issuer: string
  readonly profile: ProviderProfile
}

/** One provider on the wire. Metadata and keys are cached in this object, which lives as long as the function instance. */
export const identityProvider = (
  { discovery, issuer, profile }: ProviderAddress,
  now: () => number,
): IdentityProvider => {
  const metadata = providerMetadata(discovery, issuer, now)
  const keysOf = keysByAddress()
  return {
    profile,
    issuer: async () => {
      await metadata()
      return issuer
    },
    prepareKeys: async () => keysOf(await metadata()).prepare(),
    push: async (parameters, clientId, authenticate) => {
      const known = await metadata()
      const authentication = clientAuth(issuer, known.pushedAuthorizationRequestEndpoint, authenticate)
      return pushRequest(known, clientId, authentication, parameters)
    },
    exchange: async ({ clientId, code, codeVerifier, redirectUri }, authenticate) => {
      const known = await metadata()
      const tokens = await exchangeTokens(known, clientId, clientAuth(issuer, known.tokenEndpoint, authenticate), {
        code,
        redirect_uri: redirectUri,
        code_verifier: codeVerifier,
      })
      if (!tokens.ok) return tokens
      const idToken = await openJws(tokens.value.idToken, {
        keys: keysOf(known).find,
        algorithms: profile.idToken.algorithms,
        longest: longestToken,
      })
      return idToken.ok ? ok({ idToken: idToken.value, accessToken: tokens.value.accessToken }) : idToken
    },
    userInfo: async (accessToken, clientId) => {
      const known = await metadata()
      const answer = await fetchUserInfo(known, clientId, accessToken)
      if (!answer.ok) return answer
      return openJws(answer.value, {
        keys: keysOf(known).find,
        algorithms: profile.userInfo.algorithms,
        longest: longestUserInfo,
      })
    },
  }
}

/** The engine's seam for a signer that is not here (RFC 7523 §2.2): the assertion comes from KMS. */
const clientAuth =
  (issuer: string, endpoint: string, authenticate: ClientAuthentication): ClientAuth =>
  async (_server, client, body) => {
    body.set('client_id', client.client_id)
    body.set('client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
    body.set('client_assertion', await authenticate({ issuer, endpoint }))
  }

const keysByAddress = (): ((metadata: ProviderMetadata) => ProviderKeys) => {
  let current: { readonly address: string; readonly keys: ProviderKeys } | undefined
  return ({ jwksUri }) => {
    if (current?.address !== jwksUri.href) {
      const fetchWithin = boundedFetch({ milliseconds: 3_000, bytes: 256 * 1024 })
      current = { address: jwksUri.href, keys: providerKeys(jwksUri, fetchWithin) }
    }
    return current.keys
  }
}
