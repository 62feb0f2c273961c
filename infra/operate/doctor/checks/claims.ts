import type { Wish } from '../../../../shared/domain/policy/service.ts'
import { doubtful, type Finding, listed, wrong } from '../../finding.ts'
import { textsIn } from '../../json.ts'
import { at } from '../../lint/rule.ts'
import { actsOf, type PlacedAct } from '../../service-files.ts'
import type { Check } from '../check.ts'

/** A claim that is not supported cannot be registered, and one that is not registered is left out without a word. */
export const claims: Check = {
  name: 'claims',
  fine: 'every claim the acts ask for is supported, and registered as far as that was given',
  needs: 'a discovery document with claims_supported, or --registration',
  look: ({ metadata, registration, file }) => {
    const supported = metadata === undefined ? undefined : textsIn(metadata, 'claims_supported')
    const registered = registration === undefined ? undefined : textsIn(registration, 'userClaims')
    const verifiable = metadata === undefined ? undefined : textsIn(metadata, 'claims_in_verified_claims_supported')
    if (supported === undefined && registered === undefined) return undefined
    return actsOf(file).flatMap((placed) => [
      ...wishesOf(placed).flatMap(({ path, wishes }) => [
        ...judge(path, wishes, supported, { code: 'claim-not-supported', by: 'claims_supported', remedy: askOperator }),
        ...judge(path, wishes, registered, { code: 'claim-not-registered', by: 'userClaims', remedy: register }),
      ]),
      ...verifiedWishesOf(placed).flatMap(({ path, wishes }) =>
        judge(path, wishes, verifiable, { code: 'claim-not-verifiable', by: verifiedMember, remedy: askVerified }),
      ),
    ])
  },
}

const verifiedMember = 'claims_in_verified_claims_supported'
const askOperator =
  'ask the operator to add it to the claims of the deployment; registration is refused until then (invalid_claim)'
const askVerified = 'ask the operator whether the identity system verifies it; metadata does not say so'
const register = 'add it to userClaims (PUT): unregistered, it is left out without an error'

interface Wishes {
  readonly path: string
  readonly wishes: Readonly<Record<string, Wish>>
}

const verifiedWishesOf = (placed: PlacedAct): readonly Wishes[] =>
  (placed.act.accept ?? []).map(({ claims: wishes }, index) => ({
    path: at(placed, `accept[${index}].claims`),
    wishes,
  }))

const wishesOf = (placed: PlacedAct): readonly Wishes[] => [
  { path: at(placed, 'claims'), wishes: placed.act.claims ?? {} },
  ...verifiedWishesOf(placed),
]

interface Words {
  readonly code: string
  readonly by: string
  readonly remedy: string
}

/** An act needs its essential claims; it can do without the others. */
const judge = (
  where: string,
  wishes: Readonly<Record<string, Wish>>,
  known: readonly string[] | undefined,
  { code, by, remedy }: Words,
): Finding[] => {
  if (known === undefined) return []
  const missing = Object.keys(wishes).filter((claim) => !known.includes(claim))
  if (missing.length === 0) return []
  const say = missing.some((claim) => wishes[claim] === 'essential') && by !== verifiedMember ? wrong : doubtful
  return [say(code, { where, expected: `in ${by}: ${listed(missing)}`, found: listed(known), remedy })]
}
