import { type Caller, judgeAccessToken } from '../domain/back-channel/access-token.ts'
import { judgeProof } from '../domain/back-channel/proof.ts'
import type { Scope } from '../domain/back-channel/scope.ts'
import { type Refusal, refusal } from '../kernel/codes.ts'
import { ok, type Result, refused } from '../kernel/result.ts'
import { sha256 } from '../kernel/sha256.ts'
import type { AccessTokens } from '../ports/access-tokens.ts'
import type { Clock } from '../ports/clock.ts'
import type { PossessionProofs } from '../ports/possession-proofs.ts'
import type { Randomness } from '../ports/randomness.ts'
import type { Replay } from '../ports/replay.ts'
import { fromFault } from './refused-login.ts'

export interface RecogniseCallerNeeds {
  readonly accessTokens: AccessTokens
  readonly possessionProofs: PossessionProofs
  readonly replay: Replay
  readonly clock: Clock
  readonly randomness: Randomness
  readonly publicUrl: string
}

/** A call at a back-channel door, before anything in it is looked at. */
export interface Call {
  /** `Authorization` header: `DPoP <token>` (RFC 9449 §7.1). */
  readonly authorization?: string
  /** `DPoP` header. */
  readonly proof?: string
  readonly method: string
  /** Address of the door under our public URL, with the path as it was asked; a query does not matter. */
  readonly url: string
  /** `{service}` of the path; absent at doors whose path names none. */
  readonly service?: string
  /** What the door needs. */
  readonly scope: Scope
}

export type { Caller }

/**
 * Who calls: the service whose back end holds both the token and the key it is bound to. Refused as `access-token-missing`,
 * `access-token-invalid`, `proof-invalid`, `proof-replayed`, `caller-not-allowed` (a token of another service, whether or not
 * there is the one in the path) or `scope-insufficient`, before the door has asked any store about anybody, so that no answer
 * depends on who or what exists. One write of the store, no call of KMS.
 */
export const recogniseCaller =
  (world: RecogniseCallerNeeds) =>
  async (call: Call): Promise<Result<Caller, Refusal>> =>
    recognise(world, call).catch((error: unknown) => refused(fromFault(error)))

const recognise = async (world: RecogniseCallerNeeds, call: Call): Promise<Result<Caller, Refusal>> => {
  const now = Math.floor(world.clock.now() / 1000)
  const token = tokenOf(call.authorization)
  if (!token.ok) return token
  const opened = await world.accessTokens.open(token.value)
  if (!opened.ok) return opened
  const caller = judgeAccessToken(opened.value, { publicUrl: world.publicUrl, now })
  if (!caller.ok) return caller
  const proof = await world.possessionProofs.open(call.proof ?? '')
  if (!proof.ok) return proof
  if (proof.value.jkt !== caller.value.jkt) return refused(refusal('proof-invalid', 'the key of another token'))
  const once = judgeProof(proof.value, { ...call, accessTokenHash: sha256(token.value) }, now)
  if (!once.ok) return once
  const allowed = allow(caller.value, call)
  if (!allowed.ok) return allowed
  return (await spendProof(world, proof.value.jkt, once.value)) === 'fresh'
    ? allowed
    : refused(refusal('proof-replayed'))
}

/** RFC 9110 §11.1: the name of a scheme is written in any case. Another scheme, Bearer above all, is no credential here. */
const tokenOf = (authorization: string | undefined): Result<string, Refusal> => {
  if (authorization === undefined) return refused(refusal('access-token-missing'))
  const [, token] = /^dpop +([A-Za-z0-9._~+/-]+=*)$/i.exec(authorization) ?? []
  return token === undefined ? refused(refusal('access-token-invalid', 'not of the DPoP scheme')) : ok(token)
}

const allow = (caller: Caller, { service, scope }: Call): Result<Caller, Refusal> => {
  if (service !== undefined && caller.service !== service) return refused(refusal('caller-not-allowed'))
  return caller.scope.includes(scope) ? ok(caller) : refused(refusal('scope-insufficient', scope))
}

/** Spends the id of a proof; the id belongs to its key, so that nobody spends another's. */
export const spendProof = (
  { replay, randomness }: Pick<RecogniseCallerNeeds, 'replay' | 'randomness'>,
  jkt: string,
  { jti, rememberUntil }: { readonly jti: string; readonly rememberUntil: number },
) => replay.spend({ id: `proof:${sha256(`${jkt} ${jti}`)}`, rememberUntil, attempt: randomness.secret() })
