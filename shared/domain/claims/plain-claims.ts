/** Claim name, optionally with a language tag (`name#km`, Core §5.2), to its value. */
export type PlainClaims = Readonly<Record<string, ClaimValue>>
export type ClaimValue = string | number | boolean | Readonly<Record<string, string>>
