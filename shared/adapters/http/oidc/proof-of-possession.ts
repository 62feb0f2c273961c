import * as oauth from 'oauth4webapi'
import { isYounger } from '../../../kernel/is-younger.ts'

export type ProofAlgorithm = 'ES256' | 'PS256'

/** Makes one DPoP handle (RFC 9449) per login; the handle signs proofs and remembers the provider's nonce. */
export type ProofMaker = () => Promise<oauth.DPoPHandle>

/**
 * Proofs with the first algorithm the profile names. An elliptic key is born for each login, which costs nothing. eSignet's
 * Java line takes RSA only, and an RSA key costs a tenth of a second or more: so one is born per function instance, used for an hour, and
 * never leaves its memory.
 */
export const proofMaker = (algorithm: ProofAlgorithm, now: () => number): ProofMaker => {
  let kept: { readonly at: number; readonly pair: Promise<CryptoKeyPair> } | undefined
  const keyPair = async (): Promise<CryptoKeyPair> => {
    if (algorithm === 'ES256') return oauth.generateKeyPair('ES256')
    if (kept === undefined || !isYounger(kept.at, now(), rsaLifeMs))
      kept = { at: now(), pair: oauth.generateKeyPair('PS256') }
    return kept.pair
  }
  return async () => oauth.DPoP({}, await keyPair())
}

const rsaLifeMs = 60 * 60_000
