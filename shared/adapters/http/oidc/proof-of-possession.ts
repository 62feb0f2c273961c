import { type ED25519KeyPairOptions, generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
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
    if (algorithm === 'ES256') return bear('ES256')
    if (kept === undefined || !isYounger(kept.at, now(), rsaLifeMs)) kept = { at: now(), pair: bear('PS256') }
    return kept.pair
  }
  return async () => oauth.DPoP({}, await keyPair())
}

const rsaLifeMs = 60 * 60_000

const generate = promisify(generateKeyPair)

/**
 * Born as DER and read from there: on Node 20 a key shares a lock with the job that made it, and when that job is collected
 * while the key is being exported for a proof, the thread waits for itself, forever.
 */
const asDer: ED25519KeyPairOptions<'der', 'der'> = {
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'der' },
}

/** The private half cannot be exported; the public half is shown in every proof. */
const bear = async (algorithm: ProofAlgorithm): Promise<CryptoKeyPair> => {
  const der =
    algorithm === 'ES256'
      ? await generate('ec', { namedCurve: 'P-256', ...asDer })
      : await generate('rsa', { modulusLength: 2048, ...asDer })
  const kind = algorithm === 'ES256' ? { name: 'ECDSA', namedCurve: 'P-256' } : { name: 'RSA-PSS', hash: 'SHA-256' }
  const [privateKey, publicKey] = await Promise.all([
    crypto.subtle.importKey('pkcs8', der.privateKey, kind, false, ['sign']),
    crypto.subtle.importKey('spki', der.publicKey, kind, true, ['verify']),
  ])
  return { privateKey, publicKey }
}
