import { type Answer, json } from '../../shared/adapters/http/answer.ts'
import { readForm } from '../../shared/adapters/http/form.ts'
import { readEvent } from '../../shared/adapters/http/gateway-event.ts'
import { oauthError } from '../../shared/adapters/http/oauth-error.ts'
import type { Refusal } from '../../shared/kernel/codes.ts'
import { ok, type Result } from '../../shared/kernel/result.ts'
import type { Log } from '../../shared/observability/log.ts'
import type { IssuedToken, issueToken, TokenRequest } from '../../shared/use-cases/issue-token.ts'
import type { DoorHandler } from '../../shared/wiring/door.ts'

export interface TokenDoor {
  readonly issueToken: ReturnType<typeof issueToken>
  readonly problemPages: string
  readonly log: Log
}

/** `POST /oauth/token` → an access token for a service's own back end (RFC 6749 §4.4), or an error of RFC 6749 §5.2. */
export const tokenHandler =
  (door: TokenDoor): DoorHandler =>
  async (event) => {
    const { traceId } = readEvent(event)
    const request = readRequest(event)
    const issued = request.ok ? await door.issueToken(request.value) : request
    if (!issued.ok) return refuse(door, traceId, issued.refusal)
    door.log.say(traceId, { code: 'token-issued', service: issued.value.service })
    return json(200, body(issued.value), { pragma: 'no-cache' })
  }

const readRequest = (event: Parameters<DoorHandler>[0]): Result<TokenRequest, Refusal> => {
  const form = readForm(event)
  if (!form.ok) return form
  const given = (name: string) => form.value.get(name)
  return ok({
    ...optional('grantType', given('grant_type')),
    ...optional('scope', given('scope')),
    ...optional('clientId', given('client_id')),
    ...optional('clientAssertionType', given('client_assertion_type')),
    ...optional('clientAssertion', given('client_assertion')),
    ...optional('proof', event.headers['dpop']),
    authenticatesOtherwise: form.value.has('client_secret') || event.headers['authorization'] !== undefined,
  })
}

const optional = <Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> =>
  value === undefined ? {} : ({ [name]: value } as Record<Name, string>)

const body = ({ accessToken, expiresIn, scope }: IssuedToken) => ({
  access_token: accessToken,
  token_type: 'DPoP',
  expires_in: expiresIn,
  scope: scope.join(' '),
})

/** Whoever was not recognised has no name that may be written down. */
const refuse = ({ log, problemPages }: TokenDoor, traceId: string, reason: Refusal): Answer => {
  const { code, detail } = reason
  log.say(traceId, {
    code: 'request-refused',
    service: 'unknown',
    refusal: code,
    ...(detail === undefined ? {} : { detail }),
  })
  return oauthError(reason, { traceId, problemPages })
}
