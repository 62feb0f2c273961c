import { doubtful, type Finding, wrong } from '../finding.ts'
import type { Release } from '../release.ts'
import type { ServiceFile } from '../service-files.ts'

/** What a service wants of its client, against what the release can give. About the service as a whole, not about an act. */
export const clientOptions = ({ file, service: { client } }: ServiceFile, release: Release): readonly Finding[] => [
  ...(client.encryptedUserInfo === true && release.rules.patch === undefined
    ? [
        wrong('encryption-unsupported', {
          where: `${file}, client.encryptedUserInfo`,
          expected: 'a release that encrypts UserInfo: 1.8 or 2.0',
          found: `eSignet ${release.name}, which takes no encryption key`,
          remedy: 'leave it out at this release; every login is refused otherwise (userinfo-not-encrypted)',
        }),
      ]
    : []),
  ...(client.senderConstrained === true && release.profile.proofOfPossession === 'never'
    ? [
        doubtful('proof-of-possession-unsupported', {
          where: `${file}, client.senderConstrained`,
          expected: 'a release that binds access tokens (RFC 9449): 1.7 or newer',
          found: `eSignet ${release.name}`,
          remedy: 'know that it has no effect there: access tokens are bearer tokens',
        }),
      ]
    : []),
]
