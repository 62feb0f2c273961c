import { rfc3339 } from '../verified-claims/moment.ts'
import type { Facts } from './decision.ts'
import { plus } from './duration.ts'
import { type Finding, finding } from './requirement.ts'
import type { Act } from './service.ts'

/** How strongly and how recently the person authenticated, against what the act wants. `now` is epoch milliseconds. */
export const judgeAuthentication = (act: Act, facts: Facts, now: number): readonly Finding[] => {
  const { acrAnyOf, maxAge } = act.authentication
  const { acr, authTime } = facts.authentication
  const until = plus(authTime * 1000, maxAge)
  return [
    finding('authentication.acrAnyOf', 'step-up', {
      expected: acrAnyOf.join(' or '),
      actual: acr.join(' ') || 'none',
      pass: acr.some((value) => acrAnyOf.includes(value)),
    }),
    finding('authentication.maxAge', 're-authenticate', {
      expected: `at most ${maxAge} ago`,
      actual: rfc3339(authTime * 1000),
      pass: now < until,
      lapse: { fact: 'authentication', at: until },
    }),
  ]
}
