import * as oauth from 'oauth4webapi'
import type { IdentityProvider } from '../../../../shared/ports/identity-provider.ts'
import { type End, relyingParty } from '../support/relying-party.ts'
import { configurationOf, loginsOf, type SuitePlan } from './plans.ts'
import { createPlan, type Plan, type Suite, startModule, type Verdict, verdictOf } from './suite.ts'

/** What became of one module: how our logins ended, and how the suite judges that. */
export interface Outcome {
  readonly plan: string
  readonly module: string
  readonly ends: readonly string[]
  readonly verdict: Verdict | { readonly status: 'NOT OFFERED' | 'NOT DRIVEN'; readonly result: undefined }
}

/** With these the suite is content: SKIPPED is its word for an attack that was refused where it had allowed either. */
export const isContent = ({ verdict }: Outcome): boolean =>
  verdict.status === 'FINISHED' && ['PASSED', 'WARNING', 'REVIEW', 'SKIPPED'].includes(verdict.result ?? '')

/** Runs our modules of one plan, one after the other: the suite's providers share one alias. */
export const drivePlan = async (suite: Suite, plan: SuitePlan, verdictMs = 30_000): Promise<readonly Outcome[]> => {
  const made = await createPlan(suite, { ...plan, configuration: await configurationOf(plan) })
  const offered = new Set(made.modules.map(({ testModule }) => testModule))
  const outcomes: Outcome[] = []
  for (const module of plan.modules) {
    const about = { plan: plan.name, module }
    outcomes.push(
      offered.has(module)
        ? { ...about, ...(await driveModule(suite, made, plan, module, verdictMs)) }
        : { ...about, ends: [], verdict: { status: 'NOT OFFERED', result: undefined } },
    )
  }
  return outcomes
}

const driveModule = async (
  suite: Suite,
  made: Plan,
  plan: SuitePlan,
  module: string,
  verdictMs: number,
): Promise<Pick<Outcome, 'ends' | 'verdict'>> => {
  try {
    const { id, exposed } = await startModule(suite, made, module)
    const { logIn } = relyingParty(
      {
        discovery: new URL(exposed['discoveryUrl'] ?? `${exposed['issuer']}.well-known/openid-configuration`),
        issuer: exposed['issuer'] ?? '',
        profile: plan.profileOf(module),
      },
      (provider) => withResource(provider, exposed['accounts_endpoint']),
    )
    const ends: string[] = []
    for (let login = 0; login < loginsOf(module); login++) ends.push(inAWord(await logIn()))
    return { ends, verdict: await verdictOf(suite, id, verdictMs) }
  } catch (error) {
    return { ends: [String(error)], verdict: { status: 'NOT DRIVEN', result: undefined } }
  }
}

const inAWord = (end: End): string => (end.ok ? 'accepted' : `refused: ${end.refusal.refusal.code}`)

/**
 * A FAPI module is over for the suite when its resource was called with the access token. This house has no resource but UserInfo, so
 * the driver calls the other one, exactly when the house would ask for UserInfo: after the ID token was accepted, never before.
 */
const withResource = (provider: IdentityProvider, resource: string | undefined): IdentityProvider => ({
  ...provider,
  userInfo: async (tokens, client) => {
    const answer = await provider.userInfo(tokens, client)
    if (resource !== undefined) await callTwice(tokens.accessToken, new URL(resource), tokens.proof)
    return answer
  },
})

/** Once more with the nonce of the server, should it want one (RFC 9449 §9). */
const callTwice = async (accessToken: string, resource: URL, proof: unknown): Promise<void> => {
  const options = {
    ...(isHandle(proof) ? { DPoP: proof } : {}),
    [oauth.allowInsecureRequests]: resource.protocol === 'http:',
  }
  const call = () => oauth.protectedResourceRequest(accessToken, 'GET', resource, undefined, undefined, options)
  await call().catch((error: unknown) => {
    if (!oauth.isDPoPNonceError(error)) throw error
    return call()
  })
}

const isHandle = (proof: unknown): proof is oauth.DPoPHandle => typeof proof === 'object' && proof !== null
