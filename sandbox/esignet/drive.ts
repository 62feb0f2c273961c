import { ApiRefusal, createApi } from './assets/api.js'
import { entranceOf } from './assets/authorization-request.js'
import { practiceFingerprint } from './assets/fingerprint.js'
import { messageFor } from './assets/messages.js'
import { errorRedirect, successRedirect } from './assets/redirects.js'
import { driveSignIn, isRedirectingEndpoint } from './drive-sign-in.ts'
import type { DriveLoginOptions, DrivenLogin, DriveStep } from './driven-login.ts'
import { practiceOtp } from './practice/otp.ts'

export type { DriveLoginOptions, DrivenLogin, DriveStep } from './driven-login.ts'

/**
 * Do over HTTP what a person does on the login page, with the page's own calls and the page's own redirects. Which page it is
 * shows the address: the Go line's authorization endpoint redirects to a page of its own.
 * @throws Error naming the eSignet error code where the page would show an error and stay
 */
export async function driveLogin(options: DriveLoginOptions): Promise<DrivenLogin> {
  const url = new URL(options.authorizeUrl)
  if (isRedirectingEndpoint(url)) return driveSignIn(options)
  const steps: DriveStep[] = []
  const note = (what: string) => void steps.push({ who: 'browser', to: `${url.origin}${url.pathname}`, what })
  const prefix = url.pathname.slice(0, -'/authorize'.length)
  const api = createApi(sender(`${url.origin}${prefix}`, options.fetch ?? globalThis.fetch, steps), options.now)
  note('opens the login page')
  const { details, state } = await open(api, url.searchParams)
  const leaveWith = (error: string): DrivenLogin => {
    note(`is sent back with ${error}`)
    return { redirectTo: errorRedirect(details.redirectUri, { state, error, description: messageFor(error) }), steps }
  }

  const authenticated = await refusalOf(authenticate(api, options))
  if (authenticated instanceof ApiRefusal) {
    const { errorCode } = authenticated
    const blocked = errorCode === 'individual_id_blocked' || errorCode === 'no_attempts_left'
    const leaves = errorCode === 'invalid_transaction' || (blocked && options.consent === 'leave-at-block')
    if (!leaves) throw stays(authenticated)
    return leaveWith(errorCode)
  }
  if (options.consent === 'leave-at-block') throw new Error('the person was to be blocked, and was let in')

  const accepted: string[] = []
  if (authenticated.consentAction === 'CAPTURE') {
    const seen = await refusalOf(api.claimDetails())
    if (seen instanceof ApiRefusal) return leaveWith(seen.errorCode)
    if (options.consent === 'cancel') return leaveWith(details.configs['practice.cancelled'])
    note('allows at the consent screen')
    accepted.push(...details.essentialClaims)
    if (options.acceptVoluntary ?? true) accepted.push(...details.voluntaryClaims)
  }
  const granted = await refusalOf(api.authCode(accepted))
  if (granted instanceof ApiRefusal) return leaveWith(granted.errorCode)
  const { code, redirectUri, state: sent, 'practice.redirect': instead } = granted
  note('is sent back with a code')
  return {
    redirectTo: instead ?? successRedirect(redirectUri, { state: sent, code, issuer: details.configs.issuer }),
    steps,
  }
}

type Api = ReturnType<typeof createApi>

/** Open the page. After a pushed request it never learns the state, so its error redirects say `null`. */
async function open(api: Api, query: URLSearchParams) {
  const entrance = await refusalOf(Promise.resolve(query).then(entranceOf))
  if (entrance instanceof ApiRefusal) throw stays(entrance)
  await api.csrfToken()
  const pushed = 'pushed' in entrance
  const details = await refusalOf(pushed ? api.parOauthDetails(entrance.pushed) : api.oauthDetails(entrance.plain))
  if (details instanceof ApiRefusal) throw stays(details)
  return { details, state: pushed ? null : query.get('state') }
}

async function authenticate(api: Api, options: DriveLoginOptions) {
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
  if (factor === 'password') {
    const challenge = options.password ?? ''
    return api.authenticate(individualId, { authFactorType: 'PWD', challenge, format: 'alpha-numeric' })
  }
  return api.authenticate(individualId, {
    authFactorType: 'BIO',
    challenge: practiceFingerprint(),
    format: 'encoded-json',
  })
}

/** The value, or the refusal; faults of the page's own script are what the page calls them. */
async function refusalOf<T>(deed: Promise<T>): Promise<T | ApiRefusal> {
  return deed.catch((error: unknown) => {
    if (error instanceof ApiRefusal) return error
    if (error instanceof SyntaxError || error instanceof URIError) return new ApiRefusal('authorization_failed_msg')
    throw error
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
