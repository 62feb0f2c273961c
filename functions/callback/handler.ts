import { type Answer, seeOther } from '../../shared/adapters/http/answer.ts'
import { loginCookie, readLoginCookie, sessionCookie, setCookie } from '../../shared/adapters/http/cookies.ts'
import { type Asked, readEvent, visibleCharacters } from '../../shared/adapters/http/gateway-event.ts'
import { outcomeAddress, problem } from '../../shared/adapters/http/problem.ts'
import type { Refusal } from '../../shared/kernel/codes.ts'
import { ok, type Result } from '../../shared/kernel/result.ts'
import type { Log } from '../../shared/observability/log.ts'
import type { CameBack, completeLogin } from '../../shared/use-cases/complete-login.ts'
import type { refuseLogin } from '../../shared/use-cases/refuse-login.ts'
import type { RefusedLogin } from '../../shared/use-cases/refused-login.ts'
import type { Welcome } from '../../shared/use-cases/welcome.ts'
import type { DoorHandler } from '../../shared/wiring/door.ts'

export interface CallbackDoor {
  readonly completeLogin: ReturnType<typeof completeLogin>
  readonly refuseLogin: ReturnType<typeof refuseLogin>
  readonly problemPages: string
  readonly log: Log
}

/** `GET /{service}/callback?code&state&iss` or `?error&state` → 303 to the service, with a session or with a plain outcome. */
export const callbackHandler =
  (door: CallbackDoor): DoorHandler =>
  async (event) => {
    const asked = readEvent(event)
    const back = readInput(asked)
    const end = back.ok
      ? await door.completeLogin(back.value)
      : await door.refuseLogin({ door: 'callback', service: asked.service, traceId: asked.traceId }, back.refusal)
    return end.ok ? sendOn(door, asked, end.value) : tell(door, asked, end.refusal)
  }

/** We ask for `response_type=code`; what belongs to another one is not ignored, it is not ours. */
const unasked = ['id_token', 'access_token', 'response']

const readInput = (asked: Asked): Result<CameBack, Refusal> => {
  const state = asked.parameter('state', visibleCharacters)
  if (!state.ok) return state
  const code = asked.parameter('code', visibleCharacters)
  if (!code.ok) return code
  const iss = asked.parameter('iss', visibleCharacters)
  if (!iss.ok) return iss
  const error = asked.parameter('error', visibleCharacters)
  if (!error.ok) return error
  // `error_description` is text in the language of eSignet's page, sometimes a raw exception: it is never read.
  return ok({
    service: asked.service,
    response: {
      ...(state.value === undefined ? {} : { state: state.value }),
      ...(code.value === undefined ? {} : { code: code.value }),
      ...(iss.value === undefined ? {} : { iss: iss.value }),
      ...(error.value === undefined ? {} : { error: error.value }),
      ...(unasked.some(asked.has) ? { unasked: true as const } : {}),
    },
    ...readLoginCookie(asked.cookie(loginCookie(asked.service))),
    traceId: asked.traceId,
  })
}

/**
 * The login cookie stays for the rest of its hour: a page loaded again is recognised as the same browser, and a login in
 * another tab, which shares the secret, can still be completed.
 */
const sendOn = ({ log }: CallbackDoor, { service, traceId }: Asked, welcome: Welcome): Answer => {
  if (welcome.kind === 'already-welcome') {
    log.say(traceId, { code: 'login-repeated', service })
    return seeOther(welcome.returnTo)
  }
  log.say(traceId, { code: 'login-completed', service, outcome: welcome.decision.outcome })
  return seeOther(welcome.returnTo, [setCookie(sessionCookie(service), welcome.sessionSecret, welcome.sessionSeconds)])
}

const tell = (
  door: CallbackDoor,
  asked: Asked,
  { refusal, returnTo, auditLost, service = 'unknown' }: RefusedLogin,
): Answer => {
  const detail = refusal.detail === undefined ? {} : { detail: refusal.detail }
  door.log.say(asked.traceId, {
    code: 'login-refused',
    service,
    refusal: refusal.code,
    ...detail,
    ...(auditLost && { auditLost }),
  })
  return returnTo === undefined
    ? problem(refusal, { ...asked, problemPages: door.problemPages })
    : seeOther(outcomeAddress(returnTo, refusal, asked.traceId))
}
