import { createPublicKey } from 'node:crypto'
import { GetPublicKeyCommand } from '@aws-sdk/client-kms'
import { listOf, objectOf } from '../assembly/json.ts'
import type { Account } from './account.ts'
import type { ServiceFile } from './services.ts'

export interface Registration {
  readonly esignetUrl: string
  readonly service: ServiceFile
  readonly redirectUri: string
  readonly keyArn: string
  readonly logoUri: string
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
  return { kty, n, e, kid: keyArn.split('/')[1], use: 'sig', alg: 'PS256' }
}

const clientOf = async (account: Account, { service, redirectUri, keyArn, logoUri }: Registration) => ({
  clientId: service.clientId,
  clientName: service.name['en'] ?? service.id,
  clientNameLangMap: Object.fromEntries(
    Object.entries(service.name).flatMap(([language, name]) => {
      const code = iso6393[language]
      return code === undefined ? [] : [[code, name]]
    }),
  ),
  publicKey: await publicJwk(account, keyArn),
  relyingPartyId: service.relyingPartyId,
  userClaims: service.claims,
  authContextRefs: service.acrs,
  logoUri,
  redirectUris: [redirectUri],
  grantTypes: ['authorization_code'],
  clientAuthMethods: ['private_key_jwt'],
  additionalConfig: { userinfo_response_type: 'JWS', require_pushed_authorization_requests: true, require_pkce: true },
})

/**
 * Registers one service at eSignet through its client management API, as an operator would (eSignet ≥ 1.6).
 * That API answers 200 for refusals too; they are in `errors`.
 */
export const registerClient = async (account: Account, registration: Registration): Promise<void> => {
  const response = await fetch(`${registration.esignetUrl}/v1/esignet/client-mgmt/client`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ requestTime: new Date().toISOString(), request: await clientOf(account, registration) }),
  })
  const answer: unknown = await response.json().catch(() => undefined)
  const errors = listOf(objectOf(answer)['errors']).map((error) => JSON.stringify(error))
  if (response.ok && errors.length === 0) return
  throw new Error(`eSignet did not register ${registration.service.id} (HTTP ${response.status}): ${errors.join(', ')}`)
}
