import { json } from '../http/answers.ts'
import type { Answer } from '../http/call.ts'
import { newOpaqueId } from '../opaque-id.ts'
import type { World } from '../world.ts'
import type { Flow } from './flow.ts'
import { offeredFactors } from './steps.ts'

interface Screen {
  readonly inputs: readonly string[]
  readonly actions: readonly string[]
}

/** Inputs by identifier and actions by reference of every screen but the choice. */
const screens: Readonly<Record<Exclude<Flow['step'], 'choose'>, Screen>> = {
  identify: { inputs: ['uin', 'captcha_token'], actions: ['submit_uin', 'BACK_BUTTON'] },
  otp: { inputs: ['otp'], actions: ['action_submit_otp', 'RESEND_OTP', 'BACK_BUTTON'] },
  biometric: { inputs: ['biometric'], actions: ['SBI_ID', 'BACK_BUTTON'] },
  password: { inputs: ['uin', 'password', 'captcha_token'], actions: ['password_authenticate', 'BACK_BUTTON'] },
  knowledge: {
    inputs: ['username', 'fullName', 'dob', 'captcha_token'],
    actions: ['submit_kbi_details', 'BACK_BUTTON'],
  },
  consent: { inputs: ['consent_decisions'], actions: ['action_allow', 'action_deny'] },
}

export interface FlowComplaint {
  readonly code: string
  readonly message: string
}

const screenOf = (flow: Flow): Screen =>
  flow.step === 'choose'
    ? { inputs: [], actions: offeredFactors(flow.transaction).map((factor) => factor.action) }
    : screens[flow.step]

/** Whether the screen the person is on has this action. */
export const isOffered = (flow: Flow, action: string): boolean => screenOf(flow).actions.includes(action)

/**
 * Remember where the flow stands and show the screen. The challenge token changes with every such answer.
 * @param additionalData masks of a sent code, or the consent that is asked for
 */
export function showScreen(world: World, flow: Flow, additionalData: object, complaint?: FlowComplaint): Answer {
  const challengeToken = newOpaqueId()
  world.flows.update(flow.transaction.id, { ...flow, challengeToken })
  const { inputs, actions } = screenOf(flow)
  const body = {
    executionId: flow.transaction.id,
    flowStatus: 'INCOMPLETE',
    type: 'VIEW',
    stepId: flow.step,
    challengeToken,
    data: {
      inputs: inputs.map((identifier) => ({ ref: identifier, identifier, type: 'TEXT_INPUT', required: true })),
      actions: actions.map((ref) => ({ ref, nextNode: ref })),
      additionalData,
    },
    ...(complaint ? { error: { ...complaint, description: complaint.message } } : {}),
  }
  return json(200, body, complaint?.code ?? 'ok')
}
