/**
 * What a back end may ask of the back channel. One word per kind of door; a token holds those it was issued for (RFC 6749 §3.3),
 * and a door names the one it needs.
 */
export const scopes = ['decisions', 'claims', 'erasure'] as const

export type Scope = (typeof scopes)[number]

/**
 * The scopes a request asks for; all of them when it asks for none, as RFC 6749 §3.3 lets a server choose.
 * `undefined`: it asks for something that does not exist, for something twice, or for nothing in an odd way.
 */
export const readScopes = (asked: string | undefined): readonly Scope[] | undefined => {
  if (asked === undefined) return scopes
  const words = asked.split(' ')
  const known = words.filter(isScope)
  return known.length === words.length && new Set(known).size === known.length ? known : undefined
}

const isScope = (word: string): word is Scope => scopes.some((scope) => scope === word)
