import { parseStrictJson } from '../json/strict-json.ts'
import { isCompactJws } from './compact-form.ts'

export type JsonObject = Readonly<Record<string, unknown>>

/**
 * Header and claims of a JWT in exactly one compact form, before anything of it is believed. `undefined` when it is not that:
 * too long, a second spelling, JSON that two readers read differently, or a header that declares anything critical
 * (RFC 7515 §4.1.11), to which nobody here agreed.
 */
export const strictParts = (
  token: string,
  longest: number,
): { readonly header: JsonObject; readonly claims: JsonObject } | undefined => {
  if (!isCompactJws(token, longest)) return undefined
  const [header, claims] = token.split('.', 2).map(objectOf)
  return header === undefined || claims === undefined || 'crit' in header ? undefined : { header, claims }
}

/** Broken UTF-8 is refused and not replaced: replaced, two different texts could become one. */
const objectOf = (part: string): JsonObject | undefined => {
  try {
    const value = parseStrictJson(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(part, 'base64url')))
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
