import { doubtful, listed, wrong } from '../finding.ts'
import { at, type Rule, suggesting } from './rule.ts'

/** eSignet offers every registered context when it can carry out none of the wanted ones, and says nothing: each login is refused. */
export const authenticationContexts: Rule = (placed, { release }) => {
  const { acrAnyOf } = placed.act.authentication
  const missing = acrAnyOf.filter((acr) => !release.profile.acrValues.includes(acr))
  if (missing.length === 0) return []
  const where = at(placed, 'authentication.acrAnyOf')
  const expected = `contexts eSignet ${release.name} carries out: ${listed(release.profile.acrValues)}`
  return missing.length === acrAnyOf.length
    ? [
        wrong('acr-not-offered', {
          where,
          expected,
          found: suggesting(missing, release.profile.acrValues),
          remedy: 'name at least one of those; no login can satisfy this act now',
        }),
      ]
    : [
        doubtful('acr-partly-offered', {
          where,
          expected,
          found: `not among them: ${suggesting(missing, release.profile.acrValues)}`,
          remedy: 'leave it out, or know that nobody can come this way',
        }),
      ]
}
