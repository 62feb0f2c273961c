import { type Answer, json } from '../../shared/adapters/http/answer.ts'
import { clearCookie, sessionCookie } from '../../shared/adapters/http/cookies.ts'
import { type Asked, readEvent } from '../../shared/adapters/http/gateway-event.ts'
import { problem } from '../../shared/adapters/http/problem.ts'
import type { Refusal } from '../../shared/kernel/codes.ts'
import type { Log } from '../../shared/observability/log.ts'
import type { readSession } from '../../shared/use-cases/read-session.ts'
import type { DoorHandler } from '../../shared/wiring/door.ts'
import { sessionBody } from './body.ts'

export interface SessionDoor {
  readonly readSession: ReturnType<typeof readSession>
  readonly publicUrl: string
  /** An act that people may log in for at a service. */
  readonly loginAct: (service: string) => string | undefined
  readonly problemPages: string
  readonly log: Log
}

/** `GET /{service}/session` → who is here, and for each act the decision; 401 with the login address when nobody is. */
export const sessionHandler =
  (door: SessionDoor): DoorHandler =>
  async (event) => {
    const asked = readEvent(event)
    const sessionSecret = asked.cookie(sessionCookie(asked.service))
    const view = await door.readSession({
      service: asked.service,
      ...(sessionSecret === undefined ? {} : { sessionSecret }),
      ...(asked.origin === undefined ? {} : { origin: asked.origin }),
    })
    if (!view.ok) return refuse(door, asked, view.refusal)
    door.log.say(asked.traceId, { code: 'session-read', service: view.value.service.id })
    return json(200, sessionBody(view.value))
  }

const refuse = (door: SessionDoor, asked: Asked, refusal: Refusal): Answer => {
  const { code, detail } = refusal
  const service = code === 'service-unknown' ? 'unknown' : asked.service
  door.log.say(asked.traceId, {
    code: 'request-refused',
    service,
    refusal: code,
    ...(detail === undefined ? {} : { detail }),
  })
  const context = { traceId: asked.traceId, problemPages: door.problemPages, wantsPage: false }
  if (code !== 'session-missing' && code !== 'session-expired') return problem(refusal, context)
  const answer = problem(refusal, context, { login: loginAddress(door, asked.service) })
  return code === 'session-expired' ? { ...answer, cookies: [clearCookie(sessionCookie(asked.service))] } : answer
}

const loginAddress = ({ publicUrl, loginAct }: SessionDoor, service: string): string =>
  `${publicUrl}/${service}/login?${new URLSearchParams({ act: loginAct(service) ?? '' })}`
