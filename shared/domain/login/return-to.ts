/**
 * Resolves where a service wants the person back, or nothing if that place is not on its list.
 *
 * `listed` holds prefixes: paths on the portal's own origin (`/`, `/app/`) or absolute URLs. The value is parsed first and
 * compared *parsed*, then rebuilt from its parts, because every known bypass (`//host`, `/\host`, `https:host`, user info,
 * control characters) lives in the gap between what a string looks like and what a browser makes of it (RFC 9700 §4.11).
 */
export const allowedReturnTo = (
  asked: string | undefined,
  portal: string,
  listed: readonly string[],
): string | undefined => {
  const value = asked ?? '/'
  return value.length > longestAsked ? undefined : placeOn(value, portal, listed)
}

/** The first place of a list that a person can be sent to; `undefined` when it has none. */
export const firstAllowed = (portal: string, listed: readonly string[]): string | undefined =>
  listed.map((place) => allowedReturnTo(place, portal, listed)).find((place) => place !== undefined)

/**
 * Where a person goes who was to go to `remembered`, a place that was allowed when it was written down: the table or the list
 * may have changed since. If it is not allowed any more, the first place that is; `undefined` when there is none.
 */
export const stillAllowed = (remembered: string, portal: string, listed: readonly string[]): string | undefined =>
  (remembered.length > longestResolved ? undefined : placeOn(remembered, portal, listed)) ??
  firstAllowed(portal, listed)

const longestAsked = 2048

/** A place as it was asked for, every character escaped, behind the longest origin (RFC 1035 §2.3.4). */
const longestResolved = 3 * longestAsked + 300

const placeOn = (value: string, portal: string, listed: readonly string[]): string | undefined => {
  if (!plainCharacters.test(value) || value.includes('\\')) return undefined
  const target = parse(value, portal)
  if (target === undefined) return undefined
  if (target.username !== '' || target.password !== '') return undefined
  if (hasDotOrDoubleSlash(value)) return undefined
  const allowed = listed.some((prefix) => {
    const home = parse(prefix, portal)
    return home !== undefined && target.origin === home.origin && isWithin(target.pathname, home.pathname)
  })
  return allowed ? `${target.origin}${target.pathname}${target.search}` : undefined
}

/** Visible ASCII only: a browser strips tabs and newlines before it parses, a string comparison does not. */
const plainCharacters = /^[\x21-\x7e]+$/

const parse = (value: string, portal: string): URL | undefined => {
  const absolute = /^https?:\/\/[^/]/.test(value)
  const path = value.startsWith('/') && !value.startsWith('//')
  if (!absolute && !path) return undefined
  return URL.canParse(value, portal) ? new URL(value, portal) : undefined
}

/** `/app/../admin`, `/.//evil`, `/%2e%2e/`, `/app/%2f..`: honest portals have no use for them, so nobody may have them. */
const hasDotOrDoubleSlash = (value: string): boolean => {
  const path = value.replace(/^https?:\/\/[^/?#]*/, '').split(/[?#]/, 1)[0] ?? ''
  return /\/\/|%2f|%5c/i.test(path) || path.split('/').some((segment) => /^(\.|%2e){1,2}$/i.test(segment))
}

const isWithin = (path: string, prefix: string): boolean =>
  path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`)
