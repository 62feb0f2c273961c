import { createPublicKey } from 'node:crypto'
import { GetPublicKeyCommand } from '@aws-sdk/client-kms'
import { listOf, objectOf } from '../assembly/json.ts'
import type { Release } from '../esignet/start.ts'
import type { Account } from './account.ts'
import type { ServiceFile } from './services.ts'

export interface Registration {
  readonly esignetUrl: string
  readonly service: ServiceFile
  readonly redirectUri: string
  readonly keyArn: string
  readonly logoUri: string
  readonly release: Release
  /** `claims_supported` of the release: others cannot be registered. */
  readonly supportedClaims: readonly string[]
  /** Of a service whose UserInfo is to be encrypted. */
  readonly decryptionKeyArn?: string
}

/** eSignet names languages by ISO 639-3, the service files by BCP 47. */
const iso6393: Readonly<Record<string, string>> = { en: 'eng', km: 'khm', fr: 'fra', ar: 'ara', hi: 'hin' }

/** The public half of a KMS key as the JWK that is registered; `kid` is the KMS key id, which client assertions carry. */
const publicJwk = async (account: Account, keyArn: string) => {
  const { PublicKey } = await account.kms.send(new GetPublicKeyCommand({ KeyId: keyArn }))
  if (PublicKey === undefined) throw new Error(`The local KMS has no public key for ${keyArn}.`)
  const { kty, n, e } = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' }).export({
    format: 'jwk',
  })
  return { kty, n, e, kid: keyArn.split('/')[1] }
}

/** What a release's client management takes (facts of the releases; `additionalConfig` since 1.6, pushed requests since 1.7). */
interface Shape {
  readonly path: string
  readonly algorithm: 'RS256' | 'PS256'
  readonly additionalConfig: 'none' | 'early' | 'full'
}

const shapes: Readonly<Record<Release, Shape>> = {
  '1.5': { path: 'oidc-client', algorithm: 'RS256', additionalConfig: 'none' },
  '1.6': { path: 'client', algorithm: 'RS256', additionalConfig: 'early' },
  '1.7': { path: 'client', algorithm: 'PS256', additionalConfig: 'early' },
  '1.8': { path: 'client', algorithm: 'PS256', additionalConfig: 'full' },
  '2.0': { path: 'client', algorithm: 'PS256', additionalConfig: 'full' },
}

const additionalConfigOf = ({ release, service }: Registration) => {
  const { additionalConfig } = shapes[release]
  if (additionalConfig === 'none') return {}
  const early = { userinfo_response_type: encrypts({ release, service }) ? 'JWE' : 'JWS' }
  if (additionalConfig === 'early') return { additionalConfig: early }
  return {
    additionalConfig: {
      ...early,
      require_pushed_authorization_requests: true,
      require_pkce: true,
      dpop_bound_access_tokens: service.senderConstrained,
    },
  }
}

/** eSignet encrypts UserInfo itself since 1.8; before, the identity system would have to, and the stock mock does not. */
const encrypts = ({ release, service }: Pick<Registration, 'release' | 'service'>): boolean =>
  service.encryptedUserInfo && shapes[release].additionalConfig === 'full'

const clientOf = async (account: Account, registration: Registration) => {
  const { service, redirectUri, keyArn, logoUri, release } = registration
  const { path, algorithm } = shapes[release]
  return {
    clientId: service.clientId,
    clientName: service.name['en'] ?? service.id,
    ...(path === 'client' ? { clientNameLangMap: namesOf(service) } : {}),
    publicKey: { ...(await publicJwk(account, keyArn)), use: 'sig', alg: algorithm },
    relyingPartyId: service.relyingPartyId,
    userClaims: service.claims.filter((claim) => registration.supportedClaims.includes(claim)),
    authContextRefs: service.acrs,
    logoUri,
    redirectUris: [redirectUri],
    grantTypes: ['authorization_code'],
    clientAuthMethods: ['private_key_jwt'],
    ...additionalConfigOf(registration),
  }
}

const namesOf = (service: ServiceFile) =>
  Object.fromEntries(
    Object.entries(service.name).flatMap(([language, name]) => {
      const code = iso6393[language]
      return code === undefined ? [] : [[code, name]]
    }),
  )

/**
 * Registers one service at eSignet through its client management API, as an operator would, in the shape of the release; the
 * key for encrypted UserInfo comes after it, because only a change can bring one.
 */
export const registerClient = async (account: Account, registration: Registration): Promise<void> => {
  const { service, release, decryptionKeyArn } = registration
  await manage(registration, 'POST', shapes[release].path, await clientOf(account, registration))
  if (!encrypts(registration) || decryptionKeyArn === undefined) return
  const encPublicKey = { ...(await publicJwk(account, decryptionKeyArn)), use: 'enc', alg: 'RSA-OAEP-256' }
  await manage(registration, 'PATCH', `client/${service.clientId}`, { encPublicKey })
}

/** That API answers 200 for refusals too; they are in `errors`. */
const manage = async (registration: Registration, method: string, path: string, request: object): Promise<void> => {
  const response = await fetch(`${registration.esignetUrl}/v1/esignet/client-mgmt/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ requestTime: new Date().toISOString(), request }),
  })
  const answer: unknown = await response.json().catch(() => undefined)
  const errors = listOf(objectOf(answer)['errors']).map((error) => JSON.stringify(error))
  if (response.ok && errors.length === 0) return
  throw new Error(`eSignet did not register ${registration.service.id} (HTTP ${response.status}): ${errors.join(', ')}`)
}
