import { wrong } from '../../finding.ts'
import { textIn } from '../../json.ts'
import type { Check } from '../check.ts'

/** Letter for letter, as tokens are compared (Discovery §4.3): a slash at the end is another issuer. */
export const issuer: Check = {
  name: 'issuer',
  fine: 'is the configured one, letter for letter',
  needs: 'a readable discovery document',
  look: ({ metadata, issuer: configured }) => {
    if (metadata === undefined) return undefined
    const said = textIn(metadata, 'issuer')
    if (said === configured) return []
    return [
      wrong('issuer-differs', {
        expected: configured,
        found: said ?? 'no issuer',
        remedy:
          said === undefined
            ? 'this is no OpenID configuration: correct --discovery'
            : `give the discovery address at the root of ${said}, or set "issuer": "${said}" in identityProviders of the stage (here: --issuer)`,
      }),
    ]
  },
}
