import { release20 } from './dialects/release-2.0.ts'
import { flowCallback } from './flow/callback.ts'
import { executeFlow } from './flow/execute.ts'
import { flowMeta } from './flow/meta.ts'
import type { Door } from './http/door.ts'
import { jwks } from './oauth/jwks.ts'
import { userinfo } from './oauth/userinfo.ts'
import { authorize } from './oauth2/authorize.ts'
import { metadata } from './oauth2/metadata.ts'
import { push } from './oauth2/par.ts'
import { redeem } from './oauth2/token.ts'
import { goPageDoors } from './pages/doors.ts'
import { registryDoors } from './registry/doors.ts'

const { paths, registration } = release20

const read = (path: string, name: string, open: Door['open']): Door => {
  return { method: 'GET', path, name, who: 'relying-party', errors: 'plain', counted: true, open }
}
const backChannel = (path: string | undefined, name: string, open: Door['open']): Door[] =>
  path === undefined ? [] : [{ method: 'POST', path, name, who: 'relying-party', errors: 'oauth', counted: true, open }]
const browser = (method: 'GET' | 'POST', path: string, name: string, open: Door['open']): Door => {
  return { method, path, name, who: 'browser', errors: 'plain', open }
}

/** The doors of the Go line. The process has no base path: `/v1/esignet` before any of them is a proxy's doing. */
export const goDoors: readonly Door[] = [
  read('/.well-known/openid-configuration', 'discovery', metadata),
  read('/.well-known/oauth-authorization-server', 'discovery', metadata),
  read(paths.jwks, 'jwks', jwks),
  read('/.well-known/jwks.json', 'jwks', jwks),
  ...backChannel(paths.par, 'par', push),
  ...backChannel(paths.token, 'token', redeem),
  read(paths.userinfo, 'userinfo', userinfo),
  { ...read(paths.userinfo, 'userinfo', userinfo), method: 'POST' },
  ...registryDoors('/client-mgmt', registration),
  browser('GET', paths.authorize, 'authorize', authorize),
  browser('POST', '/flow/execute', 'flow-execute', executeFlow),
  browser('GET', '/flow/meta', 'flow-meta', flowMeta),
  browser('POST', '/oauth2/auth/callback', 'auth-callback', flowCallback),
  ...goPageDoors,
]
