import { canonicalJson, type Json } from '../../kernel/canonical-json.ts'
import type { VerifiedClaims } from './verified-claims.ts'

/**
 * Marks what verifications of one answer contradict each other about. Two that disagree on a birthdate cannot both be right,
 * and we cannot know which is; so neither counts for that claim. A claim in another language is another claim.
 */
export const withConflicts = (objects: readonly VerifiedClaims[]): readonly VerifiedClaims[] => {
  const contested = new Set(
    objects.flatMap(({ claims }) =>
      Object.entries(claims).flatMap(([name, value]) =>
        objects.some((other) => disagrees(other, name, value)) ? [plainName(name)] : [],
      ),
    ),
  )
  if (contested.size === 0) return objects
  return objects.map((object) => ({ ...object, conflicts: object.claimNames.filter((name) => contested.has(name)) }))
}

const disagrees = ({ claims }: VerifiedClaims, name: string, value: Json): boolean =>
  Object.hasOwn(claims, name) && canonicalJson(claims[name] ?? null) !== canonicalJson(value)

const plainName = (name: string): string => name.split('#', 1)[0] ?? name
