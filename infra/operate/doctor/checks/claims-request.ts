import { compileAct } from '../../../../shared/domain/policy/authorization-request.ts'
import { type Finding, wrong } from '../../finding.ts'
import { actsOf, type PlacedAct } from '../../service-files.ts'
import type { Check } from '../check.ts'

/** eSignet stores the request with the consent, in a column of 2048 characters. */
const longest = 2_000

/** The `claims` parameter of each act (OIDC Core §5.5), as the login door would send it. */
export const claimsRequest: Check = {
  name: 'claims-request',
  fine: 'short enough to be stored, and without a percent sign',
  needs: '--service',
  look: ({ file, release: { profile } }) =>
    actsOf(file).flatMap((placed) =>
      judge(placed, JSON.stringify(compileAct(placed.act, profile, file.vocabulary).claims)),
    ),
}

const judge = ({ file, path }: PlacedAct, request: string): Finding[] => {
  const bytes = Buffer.byteLength(request)
  return [
    ...(bytes < longest
      ? []
      : [
          wrong('claims-request-too-long', {
            where: `${file}, ${path}`,
            expected: `less than ${longest} bytes of claims request`,
            found: `${bytes} bytes`,
            remedy: 'ask for fewer claims, or for fewer alternatives in accept; consent cannot be stored otherwise',
          }),
        ]),
    ...(request.includes('%')
      ? [
          wrong('claims-request-percent', {
            where: `${file}, ${path}`,
            expected: 'a claims request without a percent sign',
            found: 'one in it',
            remedy: 'write the name otherwise: eSignet’s page decodes the parameter twice and fails',
          }),
        ]
      : []),
  ]
}
