import { createHash } from 'node:crypto'
import { errorCodes, newRelyingParty, object } from './relying-party.ts'

interface Challenge {
  authFactorType: string
  challenge: string
  format: string
}

/** The calls behind the login page, one by one and by hand; each tells its error code or `ok`. */
export async function openLogin(url: string, form: Record<string, string>, now: () => Date) {
  const service = `${url}/v1/esignet`
  const party = await newRelyingParty(url, {}, 'ES256', now)
  const csrf = await fetch(`${service}/csrf/token`)
  const cookie = (csrf.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  const token = String((await object(csrf)).token)
  const { claims, ...plain } = form

  const call = async (path: string, request: unknown, headers: Record<string, string>) =>
    fetch(`${service}/authorization${path}`, {
      method: 'POST',
      headers: { cookie, 'x-xsrf-token': token, 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ requestTime: now().toISOString(), request }),
    })
  const details = () => ({
    clientId: party.clientId,
    redirectUri: party.redirectUri,
    responseType: 'code',
    scope: 'openid',
    claims: claims ? JSON.parse(claims) : undefined,
    ...plain,
  })
  const text = await (await call('/v3/oauth-details', details(), {})).text()
  const raw = /"response":(\{.*\}),"errors":\[\]\}$/.exec(text)?.[1] ?? '{}'
  const transactionId: string = JSON.parse(raw).transactionId
  const headers = {
    'oauth-details-key': transactionId,
    'oauth-details-hash': createHash('sha256').update(raw).digest('base64url'),
  }
  const outcome = async (response: Promise<Response>) => errorCodes(await object(await response))[0] ?? 'ok'
  const step = (path: string, request: object, extra = {}) =>
    outcome(call(path, { transactionId, ...request }, { ...headers, ...extra }))
  const authenticate = (individualId: string, challenge: Challenge, extra = {}) =>
    step('/v3/authenticate', { individualId, challengeList: [challenge], captchaToken: null }, extra)
  return {
    authenticate,
    withHash: (hash: string, individualId: string, challenge: Challenge) =>
      authenticate(individualId, challenge, { 'oauth-details-hash': hash }),
    sendOtp: (individualId: string) =>
      step('/send-otp', { individualId, otpChannels: ['email', 'phone'], captchaToken: null }),
    authCode: (acceptedClaims: string[], permittedAuthorizeScopes: string[] = []) =>
      step('/auth-code', { acceptedClaims, permittedAuthorizeScopes }),
    claimDetails: () => outcome(fetch(`${service}/authorization/claim-details`, { headers })),
    async csrfStatus(which: 'masked' | 'cookie' | 'none') {
      const value = { masked: token, cookie: cookie.split('=')[1] ?? '', none: '' }[which]
      return (await call('/v3/oauth-details', details(), { 'x-xsrf-token': value })).status
    },
  }
}
