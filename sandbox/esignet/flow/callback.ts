import { json } from '../http/answers.ts'
import type { Answer, Call } from '../http/call.ts'
import { isText, member, parseJson } from '../json.ts'
import { redirectWith } from '../oauth2/redirect.ts'
import { newOpaqueId, sha256 } from '../opaque-id.ts'
import type { World } from '../world.ts'

/**
 * POST oauth2/auth/callback `{authId, assertion | errorAssertion}`: the flow hands back to OAuth. Where the browser goes
 * next is in `redirect_uri`, whole. An auth id works once.
 */
export function flowCallback(call: Call, world: World): Answer {
  const body = parseJson(call.body)
  const authId = textOf(member(body, 'authId'))
  const digest = sha256(textOf(member(body, 'assertion') ?? member(body, 'errorAssertion')))
  const awaited = world.awaited.get(authId)
  const outcome = world.flowOutcomes.get(digest)
  if (!awaited || outcome?.authId !== authId) {
    return json(400, { error: 'invalid_request', error_description: 'Unknown or used authId' }, 'invalid_request')
  }
  world.awaited.delete(authId)
  world.flowOutcomes.delete(digest)
  const { granted } = outcome
  const { redirectUri, state } = awaited.transaction
  const isOther = awaited.wantedSub !== undefined && awaited.wantedSub !== granted?.sub
  if (!granted || isOther) {
    const denied = { error: 'access_denied', error_description: 'The request was denied', state }
    return json(200, { redirect_uri: redirectWith(world, redirectUri, denied) }, 'access_denied')
  }
  const code = newOpaqueId()
  world.codes.set(code, granted, world.dialect.lives.code)
  return json(200, { redirect_uri: redirectWith(world, redirectUri, { code, state }) }, 'ok')
}

const textOf = (value: unknown): string => (isText(value) ? value : '')
