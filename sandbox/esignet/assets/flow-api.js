import { ApiRefusal } from './api.js'

/*
 * The sign-in page of the Go line: one call, flow/execute, again and again. This offers its steps under the names that the
 * login page of the Java line uses, so that both share their views.
 */

/** Action that chooses a way, and the factor it stands for. */
const factors = new Map([
  ['acr_otp', 'OTP'],
  ['acr_password', 'PWD'],
  ['acr_bio', 'BIO'],
])

/** @typedef {import('./api.js').Send} Send */
/**
 * @typedef {object} Step one answer of flow/execute
 * @property {string} flowStatus
 * @property {string} [challengeToken]
 * @property {{ actions: { ref: string }[], additionalData: Record<string, unknown> }} [data]
 * @property {string} [assertion]
 * @property {string} [errorAssertion]
 * @property {{ code: string }} [error]
 */

/**
 * @param {Send} send performs one call to a path of this service
 * @param {{ authId: string, executionId: string }} ids from the address of the page
 */
export function createFlowApi(send, { authId, executionId }) {
  /** @type {Step} */
  let step = { flowStatus: 'INCOMPLETE' }

  /**
   * @param {string} [action]
   * @param {Record<string, string>} [inputs]
   * @returns {Promise<Step>}
   */
  async function execute(action, inputs) {
    const { challengeToken } = step
    const answer = await post('/flow/execute', { executionId, challengeToken, action, inputs })
    step = await answer.json()
    if (step.error) throw new ApiRefusal(step.error.code)
    if (!answer.ok) throw new ApiRefusal('authorization_failed_msg')
    return step
  }

  /**
   * @param {string} path
   * @param {unknown} body
   */
  const post = (path, body) =>
    send(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

  const actions = () => (step.data?.actions ?? []).map(({ ref }) => ref)

  /**
   * Go to the screen that has an action: from the choice, or back to it first.
   * @param {string} action
   * @param {string} choice the action that leads there from the choice
   */
  async function reach(action, choice) {
    if (actions().includes(action)) return
    if (!actions().includes(choice) && actions().includes('BACK_BUTTON')) await execute('BACK_BUTTON')
    if (actions().includes(choice)) await execute(choice)
    if (!actions().includes(action)) throw new ApiRefusal('auth_factor_mismatch')
  }

  const consentAction = () => ({ consentAction: actions().includes('action_allow') ? 'CAPTURE' : 'NOCAPTURE' })

  /** @returns {{ purposeName: string, essential: { name: string }[], optional: { name: string }[] } | undefined} */
  const purpose = () => JSON.parse(String(step.data?.additionalData.consentPrompt ?? '[]'))[0]

  return {
    /**
     * Open the page: which ways it offers.
     * @returns {Promise<string[]>}
     */
    async begin() {
      await execute()
      const only = step.data?.additionalData['practice.factor']
      if (only) return [String(only)]
      if (actions().includes('password_authenticate')) return ['PWD']
      return actions().flatMap((action) => factors.get(action) ?? [])
    },
    /** @param {string} individualId */
    async sendOtp(individualId) {
      await reach('submit_uin', 'acr_otp')
      await execute('submit_uin', { uin: individualId, captcha_token: 'practice' })
      const { maskedEmail = null, maskedMobile = null } = step.data?.additionalData ?? {}
      return { maskedEmail, maskedMobile }
    },
    /**
     * @param {string} individualId
     * @param {{ authFactorType: string, challenge: string }} proof
     * @returns {Promise<{ consentAction: string }>}
     */
    async authenticate(individualId, { authFactorType, challenge }) {
      const uin = { uin: individualId, captcha_token: 'practice' }
      if (authFactorType === 'OTP') {
        await execute('action_submit_otp', { otp: challenge })
      } else if (authFactorType === 'PWD') {
        await reach('password_authenticate', 'acr_password')
        await execute('password_authenticate', { ...uin, password: challenge })
      } else {
        await reach('submit_uin', 'acr_bio')
        await execute('submit_uin', uin)
        await execute('SBI_ID', { biometric: challenge })
      }
      return consentAction()
    },
    /** What the consent screen asks for. */
    asked() {
      const { essential = [], optional = [] } = purpose() ?? {}
      const names = (list) => list.map(({ name }) => name)
      return { essentialClaims: names(essential), voluntaryClaims: names(optional) }
    },
    /**
     * Allow these claims; an empty list without a consent screen.
     * @param {string[]} accepted
     */
    async allow(accepted) {
      const asked = purpose()
      if (!asked || !actions().includes('action_allow')) return
      const elements = [...asked.essential, ...asked.optional].map(({ name }) => {
        return { name, approved: accepted.includes(name) }
      })
      const purposes = [{ purposeName: asked.purposeName, approved: true, elements }]
      await execute('action_allow', { consent_decisions: JSON.stringify({ approved: true, purposes }) })
    },
    deny: () => execute('action_deny'),
    /**
     * Hand back to OAuth.
     * @returns {Promise<string>} the address to go to
     */
    async callback() {
      const { assertion, errorAssertion } = step
      const answer = await post('/oauth2/auth/callback', { authId, assertion, errorAssertion })
      const { redirect_uri: address } = await answer.json()
      if (!address) throw new ApiRefusal('invalid_transaction')
      return address
    },
  }
}
