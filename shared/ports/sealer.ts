import type { SealedValue } from '../domain/verified-claims/sealed-claims.ts'

/** What a sealed value belongs to; a value moved to another place does not open. */
export interface Place {
  readonly subject: string
  readonly objectId: string
  readonly claim: string
}

/** AES-256-GCM per value; the place is the additional authenticated data. */
export interface Sealer {
  seal(key: Uint8Array, place: Place, value: string): SealedValue
  /** Throws `Fault('key-unavailable')` when the value, the key or the place is not the one it was sealed with. */
  open(key: Uint8Array, place: Place, sealed: SealedValue): string
}
