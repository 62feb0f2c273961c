import { isRealDate } from '../verified-claims/moment.ts'

/**
 * Claims nobody sends: an act may name `age_over_18`, and what is asked for and judged is the birthdate it is made of. The
 * service learns yes or no; the birthdate stays, unless the act names that too (OIDC Core §5.1 has no such claim; the name is
 * that of ISO/IEC 18013-5 §7.2.5). Two digits, no leading zero: `age_over_01` and `age_over_1` would be two names for one thing.
 */
const ageOver = /^age_over_([1-9]\d)$/

/** The claim to ask a provider for, and to look for among what came: `birthdate` for `age_over_18`, every other its own. */
export const sourceOf = (claim: string): string => (ageOver.test(claim) ? 'birthdate' : claim)

export const isDerived = (claim: string): boolean => ageOver.test(claim)

/**
 * The value of a derived claim, or `undefined` when its source does not say enough: an age is only told from a whole date.
 *
 * A birthday begins at midnight UTC, so that it depends on no server's zone. Who was born
 * on the 29th of February has the birthday on the 1st of March in other years: nobody is older here than a person would count.
 *
 * @param source the value of `sourceOf(claim)`, `YYYY-MM-DD` (Core §5.1)
 * @param now epoch milliseconds
 */
export const derive = (claim: string, source: unknown, now: number): boolean | undefined => {
  const [, years] = ageOver.exec(claim) ?? []
  if (years === undefined || typeof source !== 'string' || !/^[12]\d{3}-\d{2}-\d{2}$/.test(source)) return undefined
  if (!isRealDate(source)) return undefined
  const birthday = new Date(`${source}T00:00:00Z`)
  const reached = Date.UTC(birthday.getUTCFullYear() + Number(years), birthday.getUTCMonth(), birthday.getUTCDate())
  return now >= reached
}
