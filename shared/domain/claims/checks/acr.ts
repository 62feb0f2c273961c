import type { Check } from './check.ts'

/**
 * eSignet silently falls back to *all* registered acr values when it does not know the ones asked for, and writes `acr` as a
 * space-joined list. So what counts is only what the token says: one of the values the act accepts (Core §3.1.3.7 no. 12).
 */
export const acr: Check = (idToken, expected) => {
  const met = readAcr(idToken['acr'])
  return met.some((value) => expected.acrValues.includes(value)) ? undefined : 'acr-unmet'
}

/** The acr values met, without repetition, in the order of the token. */
export const readAcr = (acr: unknown): readonly string[] =>
  typeof acr === 'string' ? [...new Set(acr.split(' ').filter((value) => value !== ''))] : []
