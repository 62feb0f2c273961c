import { rememberConsent, storedAcceptance } from '../authorization/consent.ts'
import { EsignetError } from '../esignet-error.ts'
import { json } from '../http/answers.ts'
import type { Answer, Call } from '../http/call.ts'
import { isFilled, isObject, isText, type JsonObject, member, parseJson } from '../json.ts'
import type { World } from '../world.ts'
import { authenticateInFlow, individualIn, sendCode } from './authenticate-in-flow.ts'
import { consentPrompt, decidedClaims } from './consent-prompt.ts'
import { complete, declined, failed } from './end.ts'
import type { Flow } from './flow.ts'
import { factorOf, firstStep, offeredFactors } from './steps.ts'
import { isOffered, showScreen } from './view.ts'

/**
 * POST flow/execute: one step of the sign-in page. No cookie and no CSRF token; who knows the execution id and the
 * latest challenge token goes on.
 */
export async function executeFlow(call: Call, world: World): Promise<Answer> {
  const body = parseJson(call.body)
  const flow = world.flows.get(textOf(member(body, 'executionId')))
  if (!flow) return refuse('FES-1003', 'Unknown execution')
  if (flow.challengeToken !== undefined && member(body, 'challengeToken') !== flow.challengeToken) {
    return refuse('FES-1005', 'Invalid challenge token')
  }
  const action = member(body, 'action')
  const given = member(body, 'inputs')
  const inputs = isObject(given) ? given : {}
  if (!isText(action)) return showScreen(world, flow, dataOf(flow))
  if (!isOffered(flow, action)) return refuse('FES-1006', 'Unknown action')
  try {
    return await act(world, flow, action, inputs)
  } catch (error) {
    // What the person can mend brings the same screen again.
    if (!(error instanceof EsignetError)) throw error
    return showScreen(world, flow, dataOf(flow), { code: error.code, message: error.code })
  }
}

async function act(world: World, flow: Flow, action: string, inputs: JsonObject): Promise<Answer> {
  if (action === 'BACK_BUTTON') return showScreen(world, { ...flow, ...firstStep(flow.transaction) }, {})
  if (action === 'action_deny') return declined(world, flow)
  if (action === 'action_allow') return decide(world, flow, inputs)
  if (flow.step === 'choose') {
    const chosen = offeredFactors(flow.transaction).find((factor) => factor.action === action)
    return showScreen(world, { ...flow, step: chosen?.first ?? 'choose', acr: chosen?.acr }, {})
  }
  if (action === 'RESEND_OTP') return code(world, flow, flow.individualId ?? '')
  if (flow.step === 'identify') {
    const individualId = individualIn(world, inputs)
    if (factorOf(flow)?.second === 'otp') return code(world, flow, individualId)
    return showScreen(world, { ...flow, individualId, step: 'biometric' }, {})
  }
  return prove(world, flow, inputs)
}

function code(world: World, flow: Flow, individualId: string): Answer {
  const sent = sendCode(world, flow, individualId)
  return showScreen(world, sent.flow, sent.masks)
}

/** Screens that take a proof: code, fingerprint, password, knowledge. */
async function prove(world: World, flow: Flow, inputs: JsonObject): Promise<Answer> {
  const factor = factorOf(flow)
  if (!factor) throw new Error('no way of authentication was chosen')
  const individualId = factor.second === undefined ? individualIn(world, inputs) : (flow.individualId ?? '')
  const challenge = [inputs.otp, inputs.biometric, inputs.password].find(isFilled) ?? ''
  const authenticated = authenticateInFlow(world, flow, factor, individualId, challenge)
  if (!flow.transaction.acrs.includes(factor.acr)) return failed(world, flow, 'FET-1082', 'ACR not satisfied')
  if (authenticated.consentAction === 'CAPTURE') {
    const asking: Flow = { ...flow, individualId, authenticated, step: 'consent' }
    return showScreen(world, asking, consentPrompt(asking))
  }
  const acceptedClaims = storedAcceptance(flow.transaction, authenticated.sub, world)
  return complete(world, flow, { ...authenticated, acceptedClaims })
}

async function decide(world: World, flow: Flow, inputs: JsonObject): Promise<Answer> {
  const { authenticated, transaction } = flow
  const client = world.clients.get(transaction.clientId)
  if (!authenticated || !client) throw new Error('nobody is authenticated')
  const acceptedClaims = decidedClaims(flow, inputs.consent_decisions)
  const complaint = { code: 'invalid_consent', message: 'The decisions cannot be read' }
  if (!acceptedClaims) return showScreen(world, flow, consentPrompt(flow), complaint)
  // Withholding something essential is reported no better than declining altogether.
  if (!transaction.claims.essential.every((claim) => acceptedClaims.includes(claim))) return declined(world, flow)
  rememberConsent(transaction, authenticated.sub, acceptedClaims, client, world)
  return complete(world, flow, { ...authenticated, acceptedClaims })
}

function dataOf(flow: Flow): object {
  if (flow.step === 'consent') return consentPrompt(flow)
  // Not eSignet's: with one way only, the practice page must know which it is before it asks for a number.
  return flow.step === 'identify' ? { 'practice.factor': factorOf(flow)?.type } : {}
}

const textOf = (value: unknown): string => (isText(value) ? value : '')
const refuse = (code: string, message: string) => json(400, { code, message, description: message }, code)
