import { doubtful, wrong } from '../../finding.ts'
import { memberOf } from '../../json.ts'
import type { Check } from '../check.ts'

/** RFC 9207: a response that must name its provider and does not is refused. */
export const issuerParameter: Check = {
  name: 'issuer-parameter',
  fine: 'responses carry iss just where the release says so',
  needs: 'a readable discovery document',
  look: ({ metadata, release: { name, profile } }) => {
    if (metadata === undefined) return undefined
    const offered = memberOf(metadata, 'authorization_response_iss_parameter_supported') === true
    const wanted = profile.issuerParameter !== 'absent'
    if (offered === wanted) return []
    return wanted
      ? [
          wrong('issuer-parameter-not-offered', {
            expected: `authorization_response_iss_parameter_supported, as eSignet ${name} says`,
            found: 'not true',
            remedy: 'ask the operator for the release: without iss every login is refused (issuer-parameter-missing)',
          }),
        ]
      : [
          doubtful('issuer-parameter-unexpected', {
            expected: `no iss parameter, which came with 1.7 and is not in ${name}`,
            found: 'authorization_response_iss_parameter_supported is true',
            remedy: 'ask the operator for the release, to have the protection it offers',
          }),
        ]
  },
}
