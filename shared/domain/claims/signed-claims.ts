import type { Branded } from '../../kernel/brand.ts'

export type ClaimsSet = { readonly [claim: string]: unknown }

/**
 * Claims whose JWS signature was verified with a key of the named provider. Only `adapters/jose` makes one: it proves *who
 * wrote it*, the checks here decide what it *means*.
 */
export type SignedClaims = Branded<{ readonly claims: ClaimsSet; readonly keyId: string | undefined }, 'SignedClaims'>
