import type { FactorType } from '../authorization/authentication-context.ts'
import type { Transaction } from '../authorization/transaction.ts'
import { acr } from '../dialects/names.ts'
import type { Flow, FlowStep } from './flow.ts'

/** One way of proving who you are: the action that chooses it, and the screens it leads through. */
export interface FlowFactor {
  readonly acr: string
  readonly action: string
  readonly type: FactorType
  readonly first: FlowStep
  readonly second: FlowStep | undefined
}

export const flowFactors: readonly FlowFactor[] = [
  { acr: acr('generated-code'), action: 'acr_otp', type: 'OTP', first: 'identify', second: 'otp' },
  { acr: acr('password'), action: 'acr_password', type: 'PWD', first: 'password', second: undefined },
  { acr: acr('biometrics'), action: 'acr_bio', type: 'BIO', first: 'identify', second: 'biometric' },
  { acr: acr('knowledge'), action: 'acr_kbi', type: 'KBI', first: 'knowledge', second: undefined },
]

/**
 * Screens exist for four contexts. A client registered for none of them is shown all four, and can never finish: a
 * trap of the release that is kept.
 */
export function offeredFactors(transaction: Transaction): readonly FlowFactor[] {
  const offered = flowFactors.filter((factor) => transaction.acrs.includes(factor.acr))
  return offered.length > 0 ? offered : flowFactors
}

/** With one way only the choice is left out. */
export function firstStep(transaction: Transaction): Pick<Flow, 'step' | 'acr'> {
  const [only, ...more] = offeredFactors(transaction)
  if (!only || more.length > 0) return { step: 'choose', acr: undefined }
  return { step: only.first, acr: only.acr }
}

export const factorOf = (flow: Flow): FlowFactor | undefined => flowFactors.find((factor) => factor.acr === flow.acr)
