import { acceptedIssuers } from '../../../../shared/domain/provider/profile.ts'
import { doubtful, type Finding, listed } from '../../finding.ts'
import { textIn } from '../../json.ts'
import type { Check } from '../check.ts'

/**
 * Tokens and UserInfo may name themselves otherwise than discovery does. What a release writes as it is shipped has to be among
 * the issuers its profile accepts; that can be known beforehand, what a deployment changed cannot.
 */
export const issuerAliases: Check = {
  name: 'issuer-aliases',
  fine: 'what tokens and UserInfo of this release are shipped to name is accepted',
  needs: 'a discovery document with an issuer',
  look: ({ metadata, release: { name, profile, rules } }) => {
    const issuer = metadata === undefined ? undefined : textIn(metadata, 'issuer')
    if (issuer === undefined || !URL.canParse(issuer)) return undefined
    const judge = (what: string, path: string, accepted: readonly string[]): Finding[] => {
      const shipped = path === '' ? issuer : withoutServicePath(issuer, path) + path
      if (accepted.includes(shipped)) return []
      return [
        doubtful('issuer-alias-missing', {
          expected: `${what} of eSignet ${name} that names ${shipped}`,
          found: `accepted are ${listed(accepted)}`,
          remedy:
            'log in once with a test person; if it ends with an issuer code, ask the operator which issuer is written, and give the discovery address at the root of the host',
        }),
      ]
    }
    return [
      ...judge('an ID token', rules.tokenIssuerPath, acceptedIssuers(issuer, profile.idToken)),
      ...judge('UserInfo', rules.userInfoIssuerPath, acceptedIssuers(issuer, profile.userInfo)),
    ]
  },
}

/** A deployment that puts the service path into the issuer of discovery does not write it twice into its tokens. */
const withoutServicePath = (issuer: string, path: string): string => {
  const bare = issuer.replace(/\/$/, '')
  return bare.endsWith(path) ? bare.slice(0, -path.length) : bare
}
