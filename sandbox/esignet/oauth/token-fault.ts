import type { Answer } from '../http/call.ts'
import type { World } from '../world.ts'
import { oauthAnswer } from './oauth-refusal.ts'

/** What the practice world lets go wrong at the token endpoint before anything is looked at. */
export function tokenFault(world: World): Answer | undefined {
  if (world.faults.strikes('token-500')) {
    const error = world.dialect.oauthErrors === 'rfc' ? 'server_error' : 'unknown_error'
    return oauthAnswer(500, error, error)
  }
  if (world.faults.strikes('token-html')) return gatewayPage
  if (world.faults.strikes('token-hangs')) return { status: 504, headers: {}, body: '', outcome: 'hangs', hangs: true }
  return undefined
}

/** What a proxy says that cannot reach eSignet. */
const gatewayPage: Answer = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: '<html><body><h1>502 Bad Gateway</h1></body></html>',
  outcome: '502',
}
