import { canonicalJson, type Json } from '../../kernel/canonical-json.ts'
import { sha256 } from '../../kernel/sha256.ts'
import type { PlainClaims } from '../claims/plain-claims.ts'
import type { VerifiedClaims } from './verified-claims.ts'

/** What an operator declares about a provider that cannot assert anything itself: under which rules it verified these claims. */
export interface DeclaredAssurance {
  readonly trustFramework: string
  readonly assuranceLevel?: string
  readonly verifier: string
  /** Claims the declaration covers; others stay unverified. */
  readonly claims: readonly string[]
}

/**
 * Applies a declaration to the claims that came. The object says `declared`, has no time and no evidence, because nobody stated
 * any, and satisfies only an act that says it may: a declaration is never mistaken for a signed assertion.
 */
export const declareVerifiedClaims = (claims: PlainClaims, declared: DeclaredAssurance): readonly VerifiedClaims[] => {
  const covered = Object.entries(claims).filter(([name]) => declared.claims.includes(name.split('#', 1)[0] ?? name))
  if (covered.length === 0) return []
  const { trustFramework, assuranceLevel, verifier } = declared
  return [
    {
      id: sha256(`declared ${canonicalJson([declared as unknown as Json, Object.fromEntries(covered)])}`).slice(0, 22),
      origin: 'declared',
      trustFramework,
      ...(assuranceLevel === undefined ? {} : { assuranceLevel }),
      verifiers: [verifier],
      evidence: [],
      claimNames: [...new Set(covered.map(([name]) => name.split('#', 1)[0] ?? name))].sort(),
      claims: Object.fromEntries(covered),
    },
  ]
}
