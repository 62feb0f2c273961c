import type { JSONWebKeySet } from 'jose'
import type { ClientAuth, DPoPHandle } from 'oauth4webapi'
import type { SignedClaims } from '../../../domain/claims/signed-claims.ts'
import type { ProviderProfile } from '../../../domain/provider/profile.ts'
import type { DeclaredAssurance } from '../../../domain/verified-claims/declare.ts'
import { type Refusal, refusal } from '../../../kernel/codes.ts'
import { ok, type Result, refused } from '../../../kernel/result.ts'
import type {
  ClientAuthentication,
  IdentityProvider,
  ProviderClient,
  Tokens,
} from '../../../ports/identity-provider.ts'
import { longestToken, longestUserInfo } from '../../jose/compact-form.ts'
import { openJwe } from '../../jose/open-jwe.ts'
import { openJws } from '../../jose/open-jws.ts'
import { type ProviderKeys, providerKeys } from '../../jose/provider-keys.ts'
import { boundedFetch } from '../bounded-fetch.ts'
import { clockWatch, type TellSkew } from './clock-watch.ts'
import { type ProofMaker, proofMaker } from './proof-of-possession.ts'
import { type ProviderMetadata, providerMetadata } from './provider-metadata.ts'
import { addressWith, pushRequest } from './pushed-request.ts'
import { exchangeTokens } from './token-exchange.ts'
import { fetchUserInfo } from './user-info.ts'

export interface ProviderAddress {
  readonly discovery: URL
  readonly issuer: string
  readonly profile: ProviderProfile
  /** Keys trusted besides the published ones, for identity systems that sign with keys in no set. */
  readonly pinnedKeys?: JSONWebKeySet
  readonly declares?: DeclaredAssurance
  /** Hosts besides the issuer's where endpoints may be. */
  readonly furtherHosts?: readonly string[]
}

/** One provider on the wire. Metadata and keys are cached in this object, which lives as long as the function instance. */
export const identityProvider = (
  address: ProviderAddress,
  now: () => number,
  tellSkew: TellSkew = () => undefined,
): IdentityProvider => {
  const { issuer, profile, pinnedKeys, declares } = address
  const metadata = providerMetadata(address, now)
  const keysOf = keysByAddress(now, pinnedKeys)
  const proofs = proofsOf(profile, now)
  const watched = clockWatch(now, tellSkew)
  return {
    profile,
    ...(declares === undefined ? {} : { declares }),
    issuer: async () => {
      await metadata()
      return issuer
    },
    prepareKeys: async () => keysOf(await metadata()).prepare(),
    authorize: async (parameters, { clientId }, authenticate) => {
      const known = await metadata()
      const endpoint = known.pushedAuthorizationRequestEndpoint
      if (endpoint === undefined)
        return ok(addressWith(known.authorizationEndpoint, { client_id: clientId, ...parameters }))
      const authentication = clientAuth(issuer, endpoint, authenticate)
      return pushRequest(known, profile, { clientId, authentication, parameters, watched })
    },
    exchange: async ({ code, codeVerifier, redirectUri }, client, authenticate) => {
      const known = await metadata()
      // A client that wants bound tokens is not given others because the release knows none.
      if (client.senderConstrained && proofs === undefined) return refused(refusal('token-type-downgraded'))
      const proof = client.senderConstrained ? await proofs?.() : undefined
      const raw = await exchangeTokens(known, {
        clientId: client.clientId,
        authentication: clientAuth(issuer, known.tokenEndpoint, authenticate),
        parameters: { code, redirect_uri: redirectUri, code_verifier: codeVerifier },
        proof,
        watched,
      })
      if (!raw.ok) return raw
      const opening = { keys: keysOf(known).find, algorithms: profile.idToken.algorithms, longest: longestToken }
      const idToken = await openJws(raw.value.idToken, opening)
      return idToken.ok ? ok({ idToken: idToken.value, accessToken: raw.value.accessToken, proof }) : idToken
    },
    userInfo: async (tokens, client) => {
      const known = await metadata()
      const answer = await fetchUserInfo(known, {
        clientId: client.clientId,
        accessToken: tokens.accessToken,
        proof: handleOf(tokens),
      })
      return answer.ok ? openUserInfo(answer.value, client, keysOf(known), profile) : answer
    },
  }
}

/** Encrypted where it was agreed, and only there: stripping the envelope is an attack, adding one is a misunderstanding. */
const openUserInfo = async (
  answer: string,
  { unwrapKey }: ProviderClient,
  keys: ProviderKeys,
  profile: ProviderProfile,
): Promise<Result<SignedClaims, Refusal>> => {
  const isEncrypted = answer.length <= longestUserInfo && answer.split('.').length === 5
  if (unwrapKey !== undefined && !isEncrypted) return refused(refusal('userinfo-not-encrypted'))
  const signed = unwrapKey === undefined ? ok(answer) : await openJwe(answer, unwrapKey)
  if (!signed.ok) return signed
  return openJws(signed.value, { keys: keys.find, algorithms: profile.userInfo.algorithms, longest: longestUserInfo })
}

/** A handle that this adapter put there itself. */
const handleOf = ({ proof }: Tokens): DPoPHandle | undefined => proof as DPoPHandle | undefined

const proofsOf = ({ proofOfPossession }: ProviderProfile, now: () => number): ProofMaker | undefined => {
  const [algorithm] = proofOfPossession === 'never' ? [] : proofOfPossession
  return algorithm === undefined ? undefined : proofMaker(algorithm, now)
}

/** The engine's seam for a signer that is not here (RFC 7523 §2.2): the assertion comes from KMS. */
const clientAuth =
  (issuer: string, endpoint: string, authenticate: ClientAuthentication): ClientAuth =>
  async (_server, client, body) => {
    body.set('client_id', client.client_id)
    body.set('client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer')
    body.set('client_assertion', await authenticate({ issuer, endpoint }))
  }

const keysByAddress = (now: () => number, pinned?: JSONWebKeySet): ((metadata: ProviderMetadata) => ProviderKeys) => {
  let current: { readonly address: string; readonly keys: ProviderKeys } | undefined
  return ({ jwksUri }) => {
    if (current?.address !== jwksUri.href) {
      const fetchWithin = boundedFetch({ milliseconds: 2_000, bytes: 150_000 })
      current = { address: jwksUri.href, keys: providerKeys(jwksUri, fetchWithin, { now, pinned }) }
    }
    return current.keys
  }
}
