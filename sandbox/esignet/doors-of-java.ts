import { authCode } from './authorization/auth-code.ts'
import { authenticate } from './authorization/authenticate.ts'
import { claimDetails } from './authorization/claim-details.ts'
import { csrfToken } from './authorization/csrf-token.ts'
import { oauthDetails } from './authorization/oauth-details.ts'
import { parOauthDetails } from './authorization/par-oauth-details.ts'
import { sendOtpDoor } from './authorization/send-otp.ts'
import type { Dialect } from './dialects/dialect.ts'
import type { Door } from './http/door.ts'
import { authorizationServerMetadata, openidConfiguration } from './oauth/discovery.ts'
import { jwks } from './oauth/jwks.ts'
import { pushedAuthorization } from './oauth/par.ts'
import { token } from './oauth/token.ts'
import { userinfo } from './oauth/userinfo.ts'
import { javaPageDoors } from './pages/doors.ts'
import { registryDoors } from './registry/doors.ts'
import { settings } from './settings.ts'

const base = settings.basePath

const read = (path: string, name: string, open: Door['open']): Door => {
  return { method: 'GET', path, name, who: 'relying-party', errors: 'plain', counted: true, open }
}
const backChannel = (path: string, name: string, open: Door['open']): Door => {
  return { method: 'POST', path, name, who: 'relying-party', errors: 'oauth', counted: true, open }
}
const loginStep = (path: string, name: string, open: Door['open']): Door => {
  return { method: 'POST', path: `${base}${path}`, name, who: 'browser', errors: 'envelope', csrf: true, open }
}
const loginRead = (path: string, name: string, open: Door['open']): Door => {
  return { method: 'GET', path: `${base}${path}`, name, who: 'browser', errors: 'envelope', open }
}

/** The doors of the Java line: those of the service, and the root aliases its UI's web server publishes. */
export function javaDoors({ paths, registration }: Dialect): readonly Door[] {
  const pushing: Door[] =
    paths.par === undefined
      ? []
      : [
          backChannel(paths.par, 'par', pushedAuthorization),
          loginStep('/authorization/par-oauth-details', 'par-oauth-details', parOauthDetails),
        ]
  return [
    ...[`${base}/oidc`, ''].map((at) =>
      read(`${at}/.well-known/openid-configuration`, 'discovery', openidConfiguration),
    ),
    ...[`${base}/oauth`, ''].map((at) =>
      read(`${at}/.well-known/oauth-authorization-server`, 'discovery', authorizationServerMetadata),
    ),
    ...[`${base}/oauth`, ''].map((at) => read(`${at}/.well-known/jwks.json`, 'jwks', jwks)),
    backChannel(paths.token, 'token', token),
    read(paths.userinfo, 'userinfo', userinfo),
    { ...read(paths.userinfo, 'userinfo', userinfo), method: 'POST' },
    ...registryDoors(`${base}/client-mgmt`, registration),
    loginRead('/csrf/token', 'csrf-token', csrfToken),
    ...pushing,
    loginStep('/authorization/v3/oauth-details', 'oauth-details', oauthDetails),
    loginStep('/authorization/send-otp', 'send-otp', sendOtpDoor),
    loginStep('/authorization/v3/authenticate', 'authenticate', authenticate),
    loginRead('/authorization/claim-details', 'claim-details', claimDetails),
    loginStep('/authorization/auth-code', 'auth-code', authCode),
    ...javaPageDoors,
  ]
}
