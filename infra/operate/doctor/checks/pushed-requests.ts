import { wrong } from '../../finding.ts'
import { memberOf, textIn } from '../../json.ts'
import type { Check } from '../check.ts'

/** RFC 9126: whether requests are pushed is decided by the profile, and never given up because metadata lacks an endpoint. */
export const pushedRequests: Check = {
  name: 'pushed-requests',
  fine: 'offered where the release is spoken to with them',
  needs: 'a readable discovery document',
  look: ({ metadata, release: { name, profile } }) => {
    if (metadata === undefined) return undefined
    const offered = textIn(metadata, 'pushed_authorization_request_endpoint') !== undefined
    if (profile.pushedAuthorizationRequests === 'always' && !offered) {
      return [
        wrong('pushed-requests-missing', {
          expected: `pushed_authorization_request_endpoint, which eSignet ${name} has`,
          found: 'not there',
          remedy:
            'ask the operator for the release (pushed requests came with 1.7) or to add the endpoint to the metadata',
        }),
      ]
    }
    if (
      profile.pushedAuthorizationRequests === 'never' &&
      memberOf(metadata, 'require_pushed_authorization_requests') === true
    ) {
      return [
        wrong('pushed-requests-required', {
          expected: `requests through the browser, as eSignet ${name} takes them`,
          found: 'require_pushed_authorization_requests is true',
          remedy: 'ask the operator for the release and name that one',
        }),
      ]
    }
    return []
  },
}
