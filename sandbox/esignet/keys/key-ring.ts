import type { SigningAlgorithm } from '../dialects/dialect.ts'
import { newSigningKey, type SigningKey } from './signing-key.ts'

/** What the JWKS shows after a rotation: old and new; only the new; or the new only once {@link KeyRing.publish} is called. */
export type Publishing = 'both' | 'new-only' | 'later'

/** The keys of one signer over time. */
export interface KeyRing {
  /** Signs at this moment. */
  readonly current: SigningKey
  /** In the JWKS at this moment, oldest first. */
  readonly published: readonly SigningKey[]
  /** Every key there ever was: the server itself forgets none. */
  readonly all: readonly SigningKey[]
  /** A new key signs from now on. */
  rotate(publishing: Publishing, now: Date, alg?: SigningAlgorithm): Promise<void>
  /** Show the key that signs, if it was held back. */
  publish(): void
}

export async function newKeyRing(owner: string, alg: SigningAlgorithm, now: Date): Promise<KeyRing> {
  let current = await newSigningKey(owner, alg, now)
  let published: readonly SigningKey[] = [current]
  let all: readonly SigningKey[] = [current]
  return {
    get current() {
      return current
    },
    get published() {
      return published
    },
    get all() {
      return all
    },
    async rotate(publishing, at, newAlg = current.alg) {
      current = await newSigningKey(owner, newAlg, at)
      all = [...all, current]
      if (publishing === 'both') published = [...published, current]
      if (publishing === 'new-only') published = [current]
    },
    publish() {
      if (!published.includes(current)) published = [...published, current]
    },
  }
}
