import { randomBytes } from 'node:crypto'
import { type Answer, type AuthorizationRequest, askedClaims, type Call, change, type Desk, subject } from './desk.ts'
import { demand, judgeProof } from './judge-client.ts'

/** Core §5.3: the token in the header and nowhere else, bound or not; the answer signed. */
export const answerUserInfo = async (desk: Desk, call: Call): Promise<Answer> => {
  demand(call.method === 'GET', 'UserInfo was not asked by GET')
  demand(!call.query.has('access_token') && !call.form.has('access_token'), 'the token is not in the header alone')
  const [scheme, accessToken = ''] = (call.headers.authorization ?? '').split(' ')
  const token = desk.tokens.get(accessToken)
  demand(token !== undefined, 'the access token is not known')
  demand(scheme === (token?.thumbprint === undefined ? 'Bearer' : 'DPoP'), `the scheme is ${scheme}`)
  if (token?.thumbprint !== undefined && (await isStale(desk, call, accessToken, token.thumbprint)))
    return {
      status: 401,
      headers: {
        'www-authenticate': `${desk.lie.challengeScheme ?? 'DPoP'} error="use_dpop_nonce", error_description="a nonce is needed"`,
        'dpop-nonce': desk.nonces.userinfo,
      },
    }
  desk.nonces.userinfo = randomBytes(32).toString('base64url')
  const claims = change(desk, 'userInfo', {
    iss: desk.issuer,
    aud: desk.client.clientId,
    sub: subject,
    ...claimsFor(token?.request ?? {}),
  })
  const alg = desk.profile.userInfo.algorithms[0] ?? 'RS256'
  const honest = await desk.keys.sign(claims, { alg })
  return {
    status: 200,
    body: desk.lie.signUserInfo?.(honest) ?? honest,
    headers: { 'content-type': 'application/jwt' },
  }
}

/** Whether the proof is in order but for its nonce. */
const isStale = async (desk: Desk, { headers }: Call, accessToken: string, boundTo: string): Promise<boolean> => {
  const proof = headers['dpop']
  const at = { method: 'GET', url: desk.addresses.userinfo, accessToken }
  const { thumbprint, claims } = await judgeProof(typeof proof === 'string' ? proof : undefined, at)
  demand(thumbprint === boundTo, 'the DPoP proof is made with another key than the token is bound to')
  desk.onlyOnce(claims.jti, 'the jti of a DPoP proof')
  return desk.lie.dpopNonces !== 'none' && claims['nonce'] !== desk.nonces.userinfo
}

const person: Readonly<Record<string, unknown>> = {
  name: 'Demo T. User',
  given_name: 'Demo',
  family_name: 'User',
  email: 'user@example.com',
  email_verified: false,
  phone_number: '+1 555 5550000',
}

/** Core §5.4. */
const scopeClaims: Readonly<Record<string, readonly string[]>> = {
  profile: ['name', 'given_name', 'family_name'],
  email: ['email', 'email_verified'],
  phone: ['phone_number'],
}

const claimsFor = (request: AuthorizationRequest): Record<string, unknown> => {
  const byScope = (request['scope'] ?? '').split(' ').flatMap((scope) => scopeClaims[scope] ?? [])
  const asked = new Set([...byScope, ...Object.keys(askedClaims(request, 'userinfo'))])
  return Object.fromEntries(Object.entries(person).filter(([name]) => asked.has(name)))
}
