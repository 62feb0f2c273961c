import { authCode } from './authorization/auth-code.ts'
import { authenticate } from './authorization/authenticate.ts'
import { claimDetails } from './authorization/claim-details.ts'
import { csrfToken } from './authorization/csrf-token.ts'
import { oauthDetails } from './authorization/oauth-details.ts'
import { parOauthDetails } from './authorization/par-oauth-details.ts'
import { sendOtpDoor } from './authorization/send-otp.ts'
import type { Door } from './http/door.ts'
import { authorizationServerMetadata, jwks, openidConfiguration } from './oauth/discovery.ts'
import { pushedAuthorization } from './oauth/par.ts'
import { token } from './oauth/token.ts'
import { userinfo } from './oauth/userinfo.ts'
import { pageDoors } from './pages/doors.ts'
import { practiceFaults, practiceSettings, practiceState } from './practice/doors.ts'
import { createClient, patchClient, updateClient } from './registry/client-management.ts'
import { settings } from './settings.ts'

const base = settings.basePath

const read = (path: string, name: string, open: Door['open']): Door => {
  return { method: 'GET', path, name, who: 'relying-party', errors: 'plain', counted: true, open }
}
const backChannel = (path: string, name: string, open: Door['open']): Door => {
  return { method: 'POST', path: `${base}${path}`, name, who: 'relying-party', errors: 'oauth', counted: true, open }
}
const loginStep = (path: string, name: string, open: Door['open']): Door => {
  return { method: 'POST', path: `${base}${path}`, name, who: 'browser', errors: 'envelope', csrf: true, open }
}
const loginRead = (path: string, name: string, open: Door['open']): Door => {
  return { method: 'GET', path: `${base}${path}`, name, who: 'browser', errors: 'envelope', open }
}
const registry = (method: 'POST' | 'PUT' | 'PATCH', path: string, name: string, open: Door['open']): Door => {
  return { method, path: `${base}/client-mgmt${path}`, name, who: 'operator', errors: 'envelope', open }
}

/** Every door of the simulation. */
export const doors: readonly Door[] = [
  // Discovery: service path, and the root alias the UI's web server publishes.
  ...[`${base}/oidc`, ''].map((at) => read(`${at}/.well-known/openid-configuration`, 'discovery', openidConfiguration)),
  ...[`${base}/oauth`, ''].map((at) =>
    read(`${at}/.well-known/oauth-authorization-server`, 'discovery', authorizationServerMetadata),
  ),
  ...[`${base}/oauth`, ''].map((at) => read(`${at}/.well-known/jwks.json`, 'jwks', jwks)),

  backChannel('/oauth/par', 'par', pushedAuthorization),
  backChannel('/oauth/v2/token', 'token', token),
  read(`${base}/oidc/userinfo`, 'userinfo', userinfo),
  { ...read(`${base}/oidc/userinfo`, 'userinfo', userinfo), method: 'POST' },

  registry('POST', '/client', 'client-create', createClient),
  registry('PUT', '/client/{clientId}', 'client-update', updateClient),
  registry('PATCH', '/client/{clientId}', 'client-patch', patchClient),

  loginRead('/csrf/token', 'csrf-token', csrfToken),
  loginStep('/authorization/v3/oauth-details', 'oauth-details', oauthDetails),
  loginStep('/authorization/par-oauth-details', 'par-oauth-details', parOauthDetails),
  loginStep('/authorization/send-otp', 'send-otp', sendOtpDoor),
  loginStep('/authorization/v3/authenticate', 'authenticate', authenticate),
  loginRead('/authorization/claim-details', 'claim-details', claimDetails),
  loginStep('/authorization/auth-code', 'auth-code', authCode),

  ...pageDoors,

  practice('GET', '/practice/state', 'practice-state', practiceState),
  practice('POST', '/practice/settings', 'practice-settings', practiceSettings),
  practice('POST', '/practice/faults', 'practice-faults', practiceFaults),
]

function practice(method: 'GET' | 'POST', path: string, name: string, open: Door['open']): Door {
  return { method, path, name, who: 'operator', errors: 'plain', open }
}
