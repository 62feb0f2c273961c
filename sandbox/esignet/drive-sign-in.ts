import { ApiRefusal } from './assets/api.js'
import { practiceFingerprint } from './assets/fingerprint.js'
import { createFlowApi } from './assets/flow-api.js'
import type { DriveLoginOptions, DrivenLogin, DriveStep } from './driven-login.ts'
import { practiceOtp } from './practice/otp.ts'

/** Whether an address is the authorization endpoint of the Go line. */
export const isRedirectingEndpoint = (url: URL): boolean => url.pathname.endsWith('/oauth2/authorize')

/**
 * Do over HTTP what a person does on the sign-in page of the Go line: follow the redirect of the authorization endpoint, then
 * the flow, then the callback.
 * @throws Error naming the error code where a page would show an error and stay
 */
export async function driveSignIn(options: DriveLoginOptions): Promise<DrivenLogin> {
  const steps: DriveStep[] = []
  const fetch = options.fetch ?? globalThis.fetch
  const note = (to: string, what: string) => void steps.push({ who: 'browser', to, what })
  const entrance = await fetch(options.authorizeUrl, { redirect: 'manual' })
  const url = new URL(options.authorizeUrl)
  note(`${url.origin}${url.pathname}`, `opens the authorization endpoint → ${entrance.status}`)
  const location = entrance.headers.get('location')
  if (location === null) throw new Error(`the authorization endpoint answers ${entrance.status}`)
  const page = new URL(location)
  const base = `${url.origin}${url.pathname.slice(0, -'/oauth2/authorize'.length)}`
  const isOurs = location.startsWith(`${base}/`)
  if (isOurs && page.pathname.endsWith('/error')) throw stays(page.searchParams.get('errorCode') ?? '')
  if (!isOurs || !page.pathname.endsWith('/signin')) return { redirectTo: location, steps }

  const send = async (path: string, init: { method: string; headers: Record<string, string>; body?: string }) => {
    const response = await fetch(`${base}${path}`, init)
    note(`${base}${path}`, `${init.method} ${path} → ${response.status}`)
    return response
  }
  const authId = page.searchParams.get('authId') ?? ''
  const executionId = page.searchParams.get('executionId') ?? ''
  try {
    const redirectTo = await throughTheFlow(createFlowApi(send, { authId, executionId }), options)
    note(`${base}/signin`, 'is sent back')
    return { redirectTo, steps }
  } catch (error) {
    throw error instanceof ApiRefusal ? stays(error.errorCode, error) : error
  }
}

async function throughTheFlow(api: ReturnType<typeof createFlowApi>, options: DriveLoginOptions): Promise<string> {
  if (options.consent === 'leave-at-block') throw new Error('the sign-in page has no way out for a blocked person')
  await api.begin()
  const { consentAction } = await proved(api, options)
  if (consentAction === 'CAPTURE') {
    const { essentialClaims, voluntaryClaims } = api.asked()
    const accepted = [...essentialClaims, ...((options.acceptVoluntary ?? true) ? voluntaryClaims : [])]
    if (options.consent === 'cancel') await api.deny()
    else await api.allow(accepted)
  }
  return api.callback()
}

async function proved(api: ReturnType<typeof createFlowApi>, options: DriveLoginOptions) {
  const { individualId, factor } = options
  switch (factor) {
    case 'otp':
      await api.sendOtp(individualId)
      return api.authenticate(individualId, { authFactorType: 'OTP', challenge: options.otp ?? practiceOtp })
    case 'password':
      return api.authenticate(individualId, { authFactorType: 'PWD', challenge: options.password ?? '' })
    case 'bio':
      return api.authenticate(individualId, { authFactorType: 'BIO', challenge: practiceFingerprint() })
    case 'pin':
      throw new Error('the Go line of eSignet has no screen for a PIN')
  }
}

function stays(code: string, cause?: unknown): Error {
  return new Error(`the login page shows ${code} and does not redirect`, { cause })
}
