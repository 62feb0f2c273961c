import { canonicalJson, type Json } from '../../kernel/canonical-json.ts'
import { sha256 } from '../../kernel/sha256.ts'
import type { VerifiedClaims } from './verified-claims.ts'

/**
 * Marks what verifications of one answer contradict each other about. Two that disagree on a birthdate cannot both be right,
 * and we cannot know which is; so neither counts for that claim. A claim in another language is another claim. A statement that
 * is contested has another id than the same one alone, so that a later answer without the other does not settle an earlier one.
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
  return objects.map((object) =>
    mark(
      object,
      object.claimNames.filter((name) => contested.has(name)),
    ),
  )
}

const mark = (object: VerifiedClaims, conflicts: readonly string[]): VerifiedClaims => ({
  ...object,
  ...(conflicts.length === 0 ? {} : { id: sha256(`${object.id} contested ${conflicts.join(' ')}`).slice(0, 22) }),
  conflicts,
})

const disagrees = ({ claims }: VerifiedClaims, name: string, value: Json): boolean =>
  Object.hasOwn(claims, name) && canonicalJson(claims[name] ?? null) !== canonicalJson(value)

const plainName = (name: string): string => name.split('#', 1)[0] ?? name
