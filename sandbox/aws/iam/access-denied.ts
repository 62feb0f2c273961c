import type { Verdict } from './evaluate.ts'
import type { AccessRequest } from './policy.ts'

/** The sentence AWS writes in an AccessDeniedException (IAM user guide, "Access denied error message examples"). */
export function accessDeniedMessage(request: AccessRequest, verdict: Exclude<Verdict, { allowed: true }>): string {
  const start = `User: ${request.caller.sessionArn} is not authorized to perform: ${request.action} on resource: ${request.resource}`
  const article = verdict.policyType === 'identity-based' ? 'an' : 'a'
  return verdict.why === 'explicit-deny'
    ? `${start} with an explicit deny in ${article} ${verdict.policyType} policy`
    : `${start} because no ${verdict.policyType} policy allows the ${request.action} action`
}
