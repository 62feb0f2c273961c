import type { ClaimValue, PlainClaims } from './plain-claims.ts'
import type { ClaimsSet } from './signed-claims.ts'

/**
 * eSignet's habits turned into what the standards say: an empty string means absent, `birthdate` is `yyyy/MM/dd` instead of
 * ISO 8601 (Core §5.1), language tags are ISO 639-2 (`name#eng`) instead of BCP 47 (`name#en`). Values of a shape no claim
 * has (null, arrays, nested objects) are left out: they could only be misread.
 */
export const normaliseClaims = (claims: ClaimsSet): PlainClaims =>
  Object.fromEntries(
    Object.entries(claims).flatMap(([name, value]): [string, ClaimValue][] => {
      const [plain = '', tag] = name.split('#', 2)
      if (!claimName.test(plain) || plain in Object.prototype) return []
      if (tag !== undefined && !tagLike.test(tag)) return []
      const normal = normaliseValue(plain, value)
      return normal === undefined ? [] : [[tag === undefined ? plain : `${plain}#${languageTag(tag)}`, normal]]
    }),
  )

const claimName = /^[A-Za-z][A-Za-z0-9_:./-]{0,127}$/

/** Longer than any language tag (RFC 5646 §4.4.1), and the same bytes in every store: it becomes part of a name there. */
const tagLike = /^[\x21-\x7e]{1,64}$/

const normaliseValue = (name: string, value: unknown): ClaimValue | undefined => {
  if (typeof value === 'string') return value === '' ? undefined : name === 'birthdate' ? isoDate(value) : value
  // Of the standard claims one is a number and some are yes or no (Core §5.1); a birthdate that is a number is a mistake.
  if (typeof value === 'number') return name === 'updated_at' && Number.isSafeInteger(value) ? value : undefined
  if (typeof value === 'boolean') return name.endsWith('_verified') ? value : undefined
  return name === 'address' ? readAddress(value) : undefined
}

const isoDate = (value: string): string => value.replace(/^(\d{4})\/(\d{2})\/(\d{2})$/, '$1-$2-$3')

/** `address` is the one object among the standard claims (Core §5.1.1). */
const readAddress = (value: unknown): Readonly<Record<string, string>> | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const parts = Object.entries(value).filter(
    (part): part is [string, string] =>
      claimName.test(part[0].split('#', 1)[0] ?? '') && typeof part[1] === 'string' && part[1] !== '',
  )
  return parts.length === 0 ? undefined : Object.fromEntries(parts)
}

/** ISO 639-2 to the shortest code, as BCP 47 §4.5 wants it: `eng` becomes `en`, `khm` becomes `km`. */
const languageTag = (tag: string): string => {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag
  } catch {
    return tag
  }
}
