import { callerAlgorithms } from '../../domain/back-channel/algorithms.ts'
import { type Refusal, type RefusalCode, refusals } from '../../kernel/codes.ts'
import type { Answer } from './answer.ts'
import { type ProblemContext, problem } from './problem.ts'

/**
 * A refusal at a back-channel door: a problem, and where the caller was not recognised the challenge that RFC 9449 §7.1 and
 * RFC 6750 §3 ask for. Use it for every refusal of such a door; for others than the caller's it is the problem alone.
 */
export const refuseCaller = (reason: Refusal, context: Omit<ProblemContext, 'wantsPage'>): Answer => {
  const answer = problem(reason, { ...context, wantsPage: false })
  const challenge = challengeOf(reason)
  return challenge === undefined ? answer : { ...answer, headers: { ...answer.headers, 'www-authenticate': challenge } }
}

/** Without credentials there is no error to name (RFC 6750 §3.1). */
const errors: Partial<Readonly<Record<RefusalCode, string | undefined>>> = {
  'access-token-missing': undefined,
  'access-token-invalid': 'invalid_token',
  'proof-invalid': 'invalid_dpop_proof',
  'proof-replayed': 'invalid_dpop_proof',
  'scope-insufficient': 'insufficient_scope',
}

const challengeOf = ({ code, detail }: Refusal): string | undefined => {
  if (!(code in errors)) return undefined
  const error = errors[code]
  const parts = [
    ...(error === undefined ? [] : [`error="${error}"`, `error_description="${refusals[code].title}"`]),
    // The scope that is needed is our own word, named by the door.
    ...(code === 'scope-insufficient' && detail !== undefined ? [`scope="${detail}"`] : []),
    `algs="${callerAlgorithms.join(' ')}"`,
  ]
  return `DPoP ${parts.join(', ')}`
}
