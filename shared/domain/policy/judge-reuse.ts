import type { KnownVerification } from './decision.ts'
import { type Finding, finding } from './requirement.ts'
import type { Act } from './service.ts'

/**
 * Whether a verification may be looked at for this act at all. One of another purpose that the act does not name is as if it
 * were not there: not counted, and not mentioned, because a service must not learn where else somebody was verified.
 */
export const mayCount = ({ reuse }: Act, { obtainedFor }: KnownVerification): boolean =>
  obtainedFor === undefined || reuse?.fromPurposes.includes(obtainedFor) === true

/** Said only where it matters: what was verified for the service itself needs no line. */
export const judgeReuse = (reuse: Act['reuse'], { obtainedFor, consented }: KnownVerification): readonly Finding[] => {
  if (obtainedFor === undefined || reuse === undefined) return []
  const purpose = finding('reuse.fromPurposes', 're-verify', {
    expected: `verified for this purpose, or for ${reuse.fromPurposes.join(' or ')}`,
    actual: `verified for ${obtainedFor}`,
    pass: reuse.fromPurposes.includes(obtainedFor),
  })
  if (reuse.consent === 'not-required') return [purpose]
  const consent = finding('reuse.consent', 'consent', {
    expected: 'the person agrees that it is used for this purpose, too',
    actual: consented === true ? 'agreed' : 'not agreed',
    pass: consented === true,
  })
  return [purpose, consent]
}
