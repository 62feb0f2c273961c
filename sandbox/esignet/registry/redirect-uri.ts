/** Last labels a public-suffix list does not know; `localhost` and addresses are fine. */
const nonPublic = ['internal', 'local', 'test', 'invalid', 'lan', 'home', 'corp', 'localdomain', 'intranet']

/** Whether a client may register this: a URL with any scheme, on a host the public-suffix check accepts. */
export function isRegistrable(uri: string, rules: { readonly publicSuffix: boolean }): boolean {
  if (!URL.canParse(uri)) return false
  if (!rules.publicSuffix) return true
  const { protocol, hostname } = new URL(uri)
  if (protocol !== 'https:' && protocol !== 'http:') return true
  const last = hostname.split('.').at(-1) ?? ''
  return hostname !== '' && !nonPublic.includes(last)
}

/**
 * In the Java line registered values are *patterns* in the Ant style, a trap this simulation keeps: `?` is any one
 * character, `*` any run within a path segment, `**` any run, `{name}` one segment.
 */
export function matchesRegistered(uri: string, registered: readonly string[], patterns: boolean): boolean {
  return registered.some((pattern) => uri === pattern || (patterns && antPattern(pattern).test(uri)))
}

function antPattern(pattern: string): RegExp {
  const source = pattern.replace(/\*\*|\*|\?|\{[^}/]*\}|[\\^$.|+()[\]{}]/g, (token) => {
    if (token === '**') return '.*'
    if (token === '*') return '[^/]*'
    if (token === '?') return '[^/]'
    return token.length > 1 ? '[^/]+' : `\\${token}`
  })
  return new RegExp(`^${source}$`)
}
