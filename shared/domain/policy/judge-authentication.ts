import { rfc3339 } from '../verified-claims/moment.ts'
import type { Facts } from './decision.ts'
import { plus } from './duration.ts'
import { type Finding, finding } from './requirement.ts'
import type { Act } from './service.ts'

const ownPaths = { acrAnyOf: 'authentication.acrAnyOf', maxAge: 'authentication.maxAge' }

/**
 * How strongly and how recently the person authenticated, against what the act wants. `now` is epoch milliseconds; `paths` say
 * where it is written down that the act wants it.
 */
export const judgeAuthentication = (act: Act, facts: Facts, now: number, paths = ownPaths): readonly Finding[] => {
  const { acrAnyOf, maxAge } = act.authentication
  const { acr, authTime } = facts.authentication
  const until = plus(authTime * 1000, maxAge)
  return [
    finding(paths.acrAnyOf, 'step-up', {
      expected: acrAnyOf.join(' or '),
      actual: acr.join(' ') || 'none',
      pass: acr.some((value) => acrAnyOf.includes(value)),
    }),
    finding(paths.maxAge, 're-authenticate', {
      expected: `at most ${maxAge} ago`,
      actual: rfc3339(authTime * 1000),
      pass: now < until,
      lapse: { fact: 'authentication', at: until },
    }),
  ]
}
