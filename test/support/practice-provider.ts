import type { ClaimsSet, SignedClaims } from '../../shared/domain/claims/signed-claims.ts'
import type { Refusal } from '../../shared/kernel/codes.ts'
import { Fault } from '../../shared/kernel/fault.ts'
import { ok, refused } from '../../shared/kernel/result.ts'
import { leftHalfOfSha256 } from '../../shared/kernel/sha256.ts'
import type { IdentityProvider } from '../../shared/ports/identity-provider.ts'
import { esignet18 } from '../../shared/providers/esignet/release-1.8.ts'
import { noonSeconds } from './builders.ts'

export interface ScriptedProvider extends IdentityProvider {
  readonly pushed: Readonly<Record<string, string>>[]
  readonly exchanges: string[]
  readonly assertions: string[]
  /** What goes wrong next, by step. */
  readonly wrong: { push?: Refusal | Fault; keys?: Fault; exchange?: Refusal | Fault; userInfo?: Refusal | Fault }
  /** Members that replace those of an honest answer. */
  readonly lies: { idToken: ClaimsSet; userInfo: ClaimsSet }
}

export const issuer = 'https://esignet.example'
export const accessToken = 'the-access-token'

/** An identity provider without a network: honest until told otherwise, and it counts. For deeds, not for wire formats. */
export const scriptedProvider = (): ScriptedProvider => {
  const provider: ScriptedProvider = {
    profile: esignet18,
    pushed: [],
    exchanges: [],
    assertions: [],
    wrong: {},
    lies: { idToken: {}, userInfo: {} },
    issuer: async () => issuer,
    prepareKeys: async () => {
      if (provider.wrong.keys) throw provider.wrong.keys
    },
    authorize: async (parameters, { clientId }, authenticate) => {
      provider.assertions.push(await authenticate({ issuer, endpoint: `${issuer}/par` }))
      if (provider.wrong.push instanceof Fault) throw provider.wrong.push
      if (provider.wrong.push) return refused(provider.wrong.push)
      provider.pushed.push(parameters)
      return ok(new URL(`${issuer}/authorize?client_id=${clientId}&request_uri=urn:1`))
    },
    exchange: async ({ code }, { clientId }, authenticate) => {
      provider.exchanges.push(code)
      provider.assertions.push(await authenticate({ issuer, endpoint: `${issuer}/token` }))
      if (provider.wrong.exchange instanceof Fault) throw provider.wrong.exchange
      if (provider.wrong.exchange) return refused(provider.wrong.exchange)
      // A test with several logins at once uses the state as the code, so that each finds its own request again.
      const request = provider.pushed.find(({ state }) => state === code) ?? provider.pushed.at(-1)
      const nonce = request?.['nonce']
      return ok({ idToken: signed({ ...honestIdToken(clientId, nonce), ...provider.lies.idToken }), accessToken })
    },
    userInfo: async (_tokens, { clientId }) => {
      if (provider.wrong.userInfo instanceof Fault) throw provider.wrong.userInfo
      if (provider.wrong.userInfo) return refused(provider.wrong.userInfo)
      return ok(signed({ ...honestUserInfo(clientId), ...provider.lies.userInfo }))
    },
  }
  return provider
}

const signed = (claims: ClaimsSet): SignedClaims => ({ claims, keyId: 'k' }) as unknown as SignedClaims

const honestIdToken = (clientId: string, nonce: string | undefined): ClaimsSet => ({
  iss: issuer,
  sub: 'provider-subject',
  aud: clientId,
  exp: noonSeconds + 3600,
  iat: noonSeconds,
  auth_time: noonSeconds,
  nonce,
  acr: 'mosip:idp:acr:generated-code',
  at_hash: leftHalfOfSha256(accessToken),
})

const honestUserInfo = (clientId: string): ClaimsSet => ({
  iss: `${issuer}/v1/esignet`,
  sub: 'provider-subject',
  aud: clientId,
  email: 'one@example.org',
  verified_claims: [
    {
      verification: {
        trust_framework: 'eidas',
        assurance_level: 'high',
        time: '2026-11-04T09:30Z',
        evidence: [
          {
            type: 'document',
            check_details: [{ check_method: 'vpiruv', organization: 'eidas-verifier.veridonia.example' }],
            document_details: { type: 'passport', date_of_expiry: '2031-05-01' },
          },
        ],
      },
      claims: { name: 'Test Person', country: 'WS' },
    },
  ],
})
