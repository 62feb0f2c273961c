import { seeOther } from '../../shared/adapters/http/answer.ts'
import { loginCookie, readLoginCookie, setCookie, writeLoginCookie } from '../../shared/adapters/http/cookies.ts'
import { type Asked, readEvent, visibleCharacters } from '../../shared/adapters/http/gateway-event.ts'
import { outcomeAddress, problem } from '../../shared/adapters/http/problem.ts'
import { type Refusal, refusal } from '../../shared/kernel/codes.ts'
import { ok, type Result, refused } from '../../shared/kernel/result.ts'
import type { Log } from '../../shared/observability/log.ts'
import type { refuseLogin } from '../../shared/use-cases/refuse-login.ts'
import type { AskedLogin, startLogin } from '../../shared/use-cases/start-login.ts'
import type { DoorHandler } from '../../shared/wiring/door.ts'

export interface LoginDoor {
  readonly startLogin: ReturnType<typeof startLogin>
  readonly refuseLogin: ReturnType<typeof refuseLogin>
  readonly problemPages: string
  readonly log: Log
}

/** As long as a login may take: the browser must still be known when it comes back. */
const loginCookieSeconds = 60 * 60

/** `GET /{service}/login?act=&return_to=&ui_locales=` → 303 to the provider. */
export const loginHandler =
  (door: LoginDoor): DoorHandler =>
  async (event) => {
    const asked = readEvent(event)
    const input = readInput(asked)
    const started = input.ok
      ? await door.startLogin(input.value)
      : await door.refuseLogin({ door: 'login', service: asked.service, traceId: asked.traceId }, input.refusal)
    if (started.ok) {
      const { location, browserSecret, stateHash } = started.value
      if (input.ok)
        door.log.say(asked.traceId, { code: 'login-started', service: input.value.service, act: input.value.act })
      const cookie = writeLoginCookie({ browserSecret, lastStateHash: stateHash })
      return seeOther(location, [setCookie(loginCookie(asked.service), cookie, loginCookieSeconds)])
    }
    const { refusal: reason, returnTo, auditLost, service = 'unknown' } = started.refusal
    const detail = reason.detail === undefined ? {} : { detail: reason.detail }
    door.log.say(asked.traceId, {
      code: 'login-refused',
      service,
      refusal: reason.code,
      ...detail,
      ...(auditLost && { auditLost }),
    })
    return returnTo === undefined
      ? problem(reason, { ...asked, problemPages: door.problemPages })
      : seeOther(outcomeAddress(returnTo, reason, asked.traceId))
  }

const readInput = (asked: Asked): Result<AskedLogin, Refusal> => {
  // A login begun by an image or a frame of a stranger's page is not begun by the person (Fetch Metadata).
  if (asked.destination !== undefined && asked.destination !== 'document') return refused(refusal('not-a-navigation'))
  const act = asked.parameter('act', visibleCharacters)
  if (!act.ok) return act
  const returnTo = asked.parameter('return_to', visibleCharacters)
  if (!returnTo.ok) return returnTo
  const uiLocales = asked.parameter('ui_locales', /^[A-Za-z0-9 -]{1,64}$/)
  if (!uiLocales.ok) return uiLocales
  const cookie = readLoginCookie(asked.cookie(loginCookie(asked.service)))
  return ok({
    service: asked.service,
    act: act.value ?? '',
    ...(returnTo.value === undefined ? {} : { returnTo: returnTo.value }),
    ...(uiLocales.value === undefined ? {} : { uiLocales: uiLocales.value }),
    ...(cookie === undefined ? {} : { browserSecret: cookie.browserSecret }),
    traceId: asked.traceId,
  })
}
