import { ApiRefusal, createApi } from './assets/api.js'
import { entranceOf } from './assets/authorization-request.js'
import { practiceFingerprint } from './assets/fingerprint.js'
import { messageFor } from './assets/messages.js'
import { errorRedirect, successRedirect } from './assets/redirects.js'

export interface DriveLoginOptions {
  /** Where the relying party sent the browser. */
  readonly authorizeUrl: string
  readonly individualId: string
  readonly factor: 'otp' | 'pin' | 'bio'
  /** Needed for the factor `pin`. */
  readonly pin?: string
  /** Another code than the practice world's constant one. */
  readonly otp?: string
  /** `leave-at-block`: the person is blocked and uses the link back to the service. */
  readonly consent: 'allow' | 'cancel' | 'leave-at-block'
  /** Whether the optional claims are switched on; default true. */
  readonly acceptVoluntary?: boolean
  readonly fetch?: typeof globalThis.fetch
  /** The clock of the practice world, when it is not the real one. */
  readonly now?: () => Date
}

export interface DriveStep {
  readonly who: string
  readonly to: string
  readonly what: string
}

export interface DrivenLogin {
  /** The address the page would send the browser to; nobody has gone there yet. */
  readonly redirectTo: string
  readonly steps: readonly DriveStep[]
}

const practiceOtp = '111111'

/**
 * Do over HTTP what a person does on the login page, with the page's own calls and the page's own redirects.
 * @throws Error naming the eSignet error code where the page would show an error and stay
 */
export async function driveLogin(options: DriveLoginOptions): Promise<DrivenLogin> {
  const steps: DriveStep[] = []
  const url = new URL(options.authorizeUrl)
  const note = (what: string) => void steps.push({ who: 'browser', to: `${url.origin}${url.pathname}`, what })
  const api = createApi(sender(url.origin, options.fetch ?? globalThis.fetch, steps), options.now)
  const entrance = entranceOf(url.searchParams)
  note('opens the login page')
  await api.csrfToken()
  const details = await orStay(
    'pushed' in entrance ? api.parOauthDetails(entrance.pushed) : api.oauthDetails(entrance.plain),
  )
  // After a pushed request the page never learns the state, so its error redirects carry the word "null".
  const state = 'pushed' in entrance ? null : url.searchParams.get('state')
  const leaveWith = (error: string) =>
    errorRedirect(details.redirectUri, { state, error, description: messageFor(error) })

  try {
    const { consentAction } = await authenticate(api, options)
    const accepted: string[] = []
    if (consentAction === 'CAPTURE') {
      await api.claimDetails()
      if (options.consent === 'cancel') {
        note('cancels at the consent screen')
        return { redirectTo: leaveWith('access_denied'), steps }
      }
      note('allows at the consent screen')
      accepted.push(...details.essentialClaims)
      if (options.acceptVoluntary ?? true) accepted.push(...details.voluntaryClaims)
    }
    const { code, redirectUri, state: sent } = await api.authCode(accepted)
    return { redirectTo: successRedirect(redirectUri, { state: sent, code, issuer: details.configs.issuer }), steps }
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error
    const isBlock = error.errorCode === 'individual_id_blocked' || error.errorCode === 'no_attempts_left'
    const leaves = isBlock && options.consent === 'leave-at-block'
    if (!leaves && error.errorCode !== 'invalid_transaction') throw stays(error)
    note(leaves ? 'leaves, blocked' : 'is sent back, out of time')
    return { redirectTo: leaveWith(error.errorCode), steps }
  }
}

async function authenticate(api: ReturnType<typeof createApi>, options: DriveLoginOptions) {
  const { individualId, factor } = options
  if (factor === 'otp') {
    await api.sendOtp(individualId)
    const challenge = options.otp ?? practiceOtp
    return api.authenticate(individualId, { authFactorType: 'OTP', challenge, format: 'alpha-numeric' })
  }
  if (factor === 'pin') {
    const challenge = options.pin ?? ''
    return api.authenticate(individualId, { authFactorType: 'PIN', challenge, format: 'number' })
  }
  return api.authenticate(individualId, {
    authFactorType: 'BIO',
    challenge: practiceFingerprint(),
    format: 'encoded-json',
  })
}

async function orStay<T>(details: Promise<T>): Promise<T> {
  return details.catch((error: unknown) => {
    throw error instanceof ApiRefusal ? stays(error) : error
  })
}

function stays(refusal: ApiRefusal): Error {
  return new Error(`the login page shows ${refusal.errorCode} and does not redirect`, { cause: refusal })
}

/** Calls to one origin with a small cookie jar. */
function sender(origin: string, fetch: typeof globalThis.fetch, steps: DriveStep[]) {
  const cookies = new Map<string, string>()
  return async (path: string, init: { method: string; headers: Record<string, string>; body?: string }) => {
    const to = `${origin}${path}`
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(to, { ...init, headers: { ...init.headers, ...(cookie ? { cookie } : {}) } })
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', ...value] = pair.split('=')
      cookies.set(name, value.join('='))
    }
    steps.push({ who: 'browser', to, what: `${init.method} ${path} → ${response.status}` })
    return response
  }
}
