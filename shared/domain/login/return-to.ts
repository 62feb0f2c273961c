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
  if (value.length > 2048 || !plainCharacters.test(value) || value.includes('\\')) return undefined
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
