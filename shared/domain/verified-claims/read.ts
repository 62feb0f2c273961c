import { canonicalJson, type Json } from '../../kernel/canonical-json.ts'
import { type Refusal, refusal } from '../../kernel/codes.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { sha256 } from '../../kernel/sha256.ts'
import { normaliseClaims } from '../claims/normalise-claims.ts'
import type { ClaimsSet } from '../claims/signed-claims.ts'
import type { ProviderProfile } from '../provider/profile.ts'
import { withConflicts } from './conflicts.ts'
import { readEvidence } from './evidence.ts'
import { isObject, textOf } from './json.ts'
import { readMoment } from './moment.ts'
import type { VerifiedClaims } from './verified-claims.ts'

/** Far more than any provider sends; a list without end is an attack on our time. */
const mostObjects = 32

/**
 * Every `verified_claims` object of a signed answer: none, one, or an array of them (OIDC4IDA allows all three).
 * Missing means "not verified" and is no error. Unknown members are ignored, as the specification demands; an unknown trust
 * framework is kept and simply never satisfies an act.
 */
export const readVerifiedClaims = (
  userInfo: ClaimsSet,
  profile: ProviderProfile,
): Result<readonly VerifiedClaims[], Refusal> => {
  const value = userInfo['verified_claims']
  if (value === undefined || value === null) return ok([])
  const objects: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (objects.length > mostObjects) return refused(refusal('verified-claims-malformed', 'too many objects'))
  const issuer = textOf(userInfo['iss']) ?? ''
  const read = objects.map((object) => readOne(object, issuer, profile))
  const whole = read.filter((object) => object !== undefined)
  return whole.length === read.length
    ? ok(withConflicts(onceEach(whole)))
    : refused(refusal('verified-claims-malformed'))
}

/** A statement that comes twice says no more than once; its id is a digest of all it says. */
const onceEach = (objects: readonly VerifiedClaims[]): readonly VerifiedClaims[] => [
  ...new Map(objects.map((object) => [object.id, object])).values(),
]

const readOne = (object: unknown, issuer: string, profile: ProviderProfile): VerifiedClaims | undefined => {
  if (!isObject(object) || !isObject(object['verification']) || !isObject(object['claims'])) return undefined
  const verification = object['verification']
  const trustFramework = textOf(verification['trust_framework'])
  if (trustFramework === undefined) return undefined
  const claims = normaliseClaims(object['claims'])
  const { evidence, organisations } = readEvidence(verification['evidence'])
  return {
    id: sha256(canonicalJson(object as Json)).slice(0, 22),
    origin: 'asserted',
    trustFramework,
    ...present('assuranceLevel', textOf(verification['assurance_level'])),
    ...present('time', readMoment(verification['time'], profile.verifiedClaims.timeWithoutZone)),
    ...present('verificationProcess', textOf(verification['verification_process'])),
    verifiers: organisations.length > 0 ? organisations : [issuer],
    evidence,
    claimNames: [...new Set(Object.keys(claims).map((name) => name.split('#', 1)[0] ?? name))].sort(),
    claims,
  }
}

const present = <Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [member in Name]?: Value } =>
  value === undefined ? {} : ({ [name]: value } as { readonly [member in Name]: Value })
