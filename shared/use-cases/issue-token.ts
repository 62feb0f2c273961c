import { accessTokenClaims, accessTokenSeconds } from '../domain/back-channel/access-token.ts'
import { type AssertionAudience, claimedClient, judgeAssertion } from '../domain/back-channel/backend-assertion.ts'
import { judgeProof } from '../domain/back-channel/proof.ts'
import { readScopes, type Scope } from '../domain/back-channel/scope.ts'
import { type Refusal, refusal } from '../kernel/codes.ts'
import { ok, type Result, refused } from '../kernel/result.ts'
import { sha256 } from '../kernel/sha256.ts'
import type { BackendAssertions, BackendKeys } from '../ports/backend-assertions.ts'
import type { Clock } from '../ports/clock.ts'
import type { PossessionProofs } from '../ports/possession-proofs.ts'
import type { Randomness } from '../ports/randomness.ts'
import type { Replay } from '../ports/replay.ts'
import type { TokenKey } from '../ports/token-key.ts'
import { spendProof } from './recognise-caller.ts'
import { fromFault } from './refused-login.ts'

export interface IssueTokenNeeds {
  readonly backendKeys: BackendKeys
  readonly backendAssertions: BackendAssertions
  readonly possessionProofs: PossessionProofs
  readonly replay: Replay
  readonly tokenKey: TokenKey
  readonly clock: Clock
  readonly randomness: Randomness
  /** Our issuer, and the audience of what we issue. */
  readonly publicUrl: string
}

/** A token request (RFC 6749 §4.4.2, RFC 7521 §4.2), as it was sent. */
export interface TokenRequest {
  readonly grantType?: string
  readonly scope?: string
  readonly clientId?: string
  readonly clientAssertionType?: string
  readonly clientAssertion?: string
  /** The request also carries another way to authenticate, a secret or an `Authorization` header (RFC 6749 §2.3: only one). */
  readonly authenticatesOtherwise?: boolean
  /** `DPoP` header. */
  readonly proof?: string
}

export interface IssuedToken {
  readonly service: string
  readonly accessToken: string
  readonly expiresIn: number
  readonly scope: readonly Scope[]
}

/** Path of the token door under our public address; proofs and assertions name it. */
export const tokenPath = '/oauth/token'

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/**
 * Issues an access token to the back end of a service that proves itself with an assertion (RFC 7523) and is bound to the key
 * it proves to hold (RFC 9449 §5). The order is by cost: a stranger costs no store and no KMS. Assertion and proof are spent
 * when both are found to be good, and before anything is signed.
 */
export const issueToken =
  (world: IssueTokenNeeds) =>
  async (request: TokenRequest): Promise<Result<IssuedToken, Refusal>> =>
    issue(world, request).catch((error: unknown) => refused(fromFault(error)))

const issue = async (world: IssueTokenNeeds, request: TokenRequest): Promise<Result<IssuedToken, Refusal>> => {
  if (request.grantType !== 'client_credentials') return refused(refusal('grant-unsupported'))
  const scope = readScopes(request.scope)
  if (scope === undefined) return refused(refusal('scope-unknown'))
  const now = Math.floor(world.clock.now() / 1000)
  const endpoint = `${world.publicUrl}${tokenPath}`
  const client = await authenticate(world, request, { issuer: world.publicUrl, tokenEndpoint: endpoint }, now)
  if (!client.ok) return client
  const proof = await world.possessionProofs.open(request.proof ?? '')
  if (!proof.ok) return proof
  const { jkt } = proof.value
  const once = judgeProof(proof.value, { method: 'POST', url: endpoint }, now)
  if (!once.ok) return once
  const { service } = client.value
  if ((await spendAssertion(world, client.value)) === 'spent') return unauthenticated('jti was used before')
  if ((await spendProof(world, jkt, once.value)) === 'spent') return refused(refusal('proof-replayed'))
  const accessToken = await sign(world, accessTokenClaims({ service, scope, jkt }, at(world, now)))
  return ok({ service, accessToken, expiresIn: accessTokenSeconds, scope })
}

const unauthenticated = (detail: string) => refused(refusal('client-unauthenticated', detail))

interface AuthenticatedClient {
  readonly service: string
  readonly jti: string
  readonly rememberUntil: number
}

/** Which service asks, by its assertion alone. A service that does not exist has no keys, like one without a back end. */
const authenticate = async (
  { backendKeys, backendAssertions }: IssueTokenNeeds,
  { clientAssertionType, clientAssertion, clientId, authenticatesOtherwise }: TokenRequest,
  audience: AssertionAudience,
  now: number,
): Promise<Result<AuthenticatedClient, Refusal>> => {
  if (authenticatesOtherwise === true) return unauthenticated('more than one way to authenticate')
  if (clientAssertionType !== assertionType) return unauthenticated('client_assertion_type')
  const service = claimedClient(backendAssertions.peek(clientAssertion ?? '') ?? {})
  if (service === undefined) return unauthenticated('not an assertion of a client about itself')
  // RFC 7521 §4.2: optional, and then the same client.
  if (clientId !== undefined && clientId !== service) return unauthenticated('client_id')
  const keys = backendKeys.of(service)
  if (keys.length === 0) return unauthenticated('no key of such a client')
  const opened = await backendAssertions.open(clientAssertion ?? '', keys)
  if (!opened.ok) return opened
  const once = judgeAssertion(opened.value, { client: service, audience, now })
  return once.ok ? ok({ service, ...once.value }) : once
}

/** The id belongs to its client (RFC 7523 §3 no. 7), so that nobody spends another's. */
const spendAssertion = (
  { replay, randomness }: IssueTokenNeeds,
  { service, jti, rememberUntil }: AuthenticatedClient,
) => replay.spend({ id: `assertion:${sha256(`${service} ${jti}`)}`, rememberUntil, attempt: randomness.secret() })

const at = ({ publicUrl, randomness }: IssueTokenNeeds, now: number) => ({ publicUrl, now, jti: randomness.secret() })

/** RFC 9068 §2.1: of a type of its own, so that it is taken for nothing else. */
const sign = async ({ tokenKey }: IssueTokenNeeds, claims: Readonly<Record<string, unknown>>): Promise<string> => {
  const header = { alg: tokenKey.algorithm, kid: tokenKey.keyId, typ: 'at+jwt' }
  const input = `${encode(header)}.${encode(claims)}`
  return `${input}.${await tokenKey.sign(input)}`
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')
