/*
 * The JSON calls behind the login page. The page uses it with the browser's fetch; the HTTP-only driver with its own.
 */

const base = '/v1/esignet'

/** A refusal of the service, by its code. */
export class ApiRefusal extends Error {
  /** @param {string} errorCode */
  constructor(errorCode) {
    super(errorCode)
    this.name = 'ApiRefusal'
    this.errorCode = errorCode
  }
}

/**
 * @typedef {object} Details what the login page is drawn from
 * @property {string} transactionId
 * @property {{ type: string, count: number }[][]} authFactors
 * @property {string[]} essentialClaims
 * @property {string[]} voluntaryClaims
 * @property {Record<string, unknown> & { issuer?: string, 'practice.cancelled': string }} configs
 * @property {string} redirectUri
 * @property {Record<string, string>} clientName
 */
/** @typedef {{ authFactorType: string, challenge: string, format: string }} Challenge */
/** @typedef {{ claim: string, available: boolean, verified: boolean }} ClaimStatus */
/** @typedef {(path: string, init: { method: string, headers: Record<string, string>, body?: string }) => Promise<Response>} Send */

/**
 * @param {Send} send performs one call to a path of this service, cookies included
 * @param {() => Date} [now] the clock for `requestTime`
 */
export function createApi(send, now = () => new Date()) {
  let csrf = ''
  /** @type {Record<string, string>} */
  let transactionHeaders = {}
  let transactionId = ''

  /** @param {Response} answer */
  async function open(answer) {
    const text = await answer.text()
    const envelope = parse(text)
    const code = envelope?.errors?.[0]?.errorCode
    if (code) throw new ApiRefusal(code)
    if (!answer.ok || !envelope?.response) throw new ApiRefusal('authorization_failed_msg')
    return envelope.response
  }

  /**
   * @param {string} path
   * @param {Record<string, unknown>} request
   */
  async function post(path, request) {
    const headers = { 'content-type': 'application/json', 'x-xsrf-token': csrf, ...transactionHeaders }
    const body = JSON.stringify({ requestTime: now().toISOString(), request })
    return open(await send(`${base}${path}`, { method: 'POST', headers, body }))
  }

  /**
   * @param {string} path
   * @param {Record<string, unknown>} request
   * @returns {Promise<Details>}
   */
  async function begin(path, request) {
    const details = await post(path, request)
    transactionId = details.transactionId
    // The same bytes as the server wrote: its JSON has no escape or number that would be written differently.
    const bytes = new TextEncoder().encode(JSON.stringify(details))
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
    const hash = btoa(String.fromCharCode(...digest))
    transactionHeaders = {
      'oauth-details-key': transactionId,
      'oauth-details-hash': hash.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
    }
    return details
  }

  return {
    /** @returns {Promise<void>} */
    async csrfToken() {
      const answer = await send(`${base}/csrf/token`, { method: 'GET', headers: {} })
      csrf = parse(await answer.text())?.token ?? ''
    },
    /** @param {Record<string, unknown>} request */
    oauthDetails: (request) => begin('/authorization/v3/oauth-details', request),
    /** @param {{ clientId: string, requestUri: string }} request */
    parOauthDetails: (request) => begin('/authorization/par-oauth-details', request),
    /**
     * @param {string} individualId
     * @returns {Promise<{ maskedEmail: string | null, maskedMobile: string | null }>}
     */
    sendOtp: (individualId) =>
      post('/authorization/send-otp', {
        transactionId,
        individualId,
        otpChannels: ['email', 'phone'],
        captchaToken: null,
      }),
    /**
     * @param {string} individualId
     * @param {Challenge} challenge
     * @returns {Promise<{ consentAction: 'CAPTURE' | 'NOCAPTURE' }>}
     */
    authenticate: (individualId, challenge) =>
      post('/authorization/v3/authenticate', {
        transactionId,
        individualId,
        challengeList: [challenge],
        captchaToken: null,
      }),
    /** @returns {Promise<{ profileUpdateRequired: boolean, claimStatus: ClaimStatus[] }>} */
    async claimDetails() {
      return open(await send(`${base}/authorization/claim-details`, { method: 'GET', headers: transactionHeaders }))
    },
    /**
     * @param {string[]} acceptedClaims
     * @returns {Promise<{ code: string, redirectUri: string, state: string | null, 'practice.redirect'?: string }>}
     */
    authCode: (acceptedClaims) =>
      post('/authorization/auth-code', { transactionId, acceptedClaims, permittedAuthorizeScopes: [] }),
  }
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
