import type { Answer, Call, Delivery } from '../http/call.ts'
import { headerOf } from '../http/call.ts'
import { isObject, parseJson } from '../json.ts'

/**
 * Where an answer leaves for the relying party. `success-redirect` is the address to which the browser is sent: whatever the
 * page would do may be replaced there, an error included.
 */
export const interceptedDoors = ['discovery', 'jwks', 'par', 'token', 'userinfo', 'success-redirect'] as const

export type InterceptedDoor = (typeof interceptedDoors)[number]

export interface OutgoingAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** For `success-redirect`: the address. With the delivery `verbatim`: everything that goes over the line. */
  readonly body: string | Uint8Array
  /** How it goes over the line; absent: whole and at once. */
  readonly delivery?: Delivery
}

/** What the relying party sent. */
export interface InterceptedCall {
  readonly headers: Readonly<Record<string, string>>
  readonly form: Readonly<Record<string, string>>
}

/** Practice only: gets every answer before it leaves, and returns what leaves instead. */
export type Interception = (
  door: InterceptedDoor,
  answer: OutgoingAnswer,
  call: InterceptedCall,
) => OutgoingAnswer | Promise<OutgoingAnswer>

/** The name under which another address goes to the page. */
export const redirectMember = 'practice.redirect'

/**
 * Lets the interception, if there is one, change an answer of the door.
 * @param redirectOf the address that the page makes of what it is told
 */
export async function intercepted(
  interception: Interception | null,
  { name, answer, call }: { readonly name: string; readonly answer: Answer; readonly call: Call },
  redirectOf: (told: RedirectParts) => string,
): Promise<Answer> {
  if (interception === null) return answer
  if (name === 'auth-code') return interceptedRedirect(interception, answer, call, redirectOf)
  const door = interceptedDoors.find((each) => each === name)
  if (door === undefined || answer.hangs) return answer
  const { status, headers, body } = answer
  return { ...(await interception(door, { status, headers, body }, seen(call))), outcome: answer.outcome }
}

/** In the Go line the server makes the redirect: its address leaves as `redirect_uri` of the callback's answer. */
export async function interceptedAddress(
  interception: Interception | null,
  { answer, call }: { readonly answer: Answer; readonly call: Call },
): Promise<Answer> {
  const told = typeof answer.body === 'string' ? parseJson(answer.body) : undefined
  if (interception === null || !isObject(told) || typeof told.redirect_uri !== 'string') return answer
  const honest = { status: 302, headers: {}, body: told.redirect_uri }
  const { body } = await interception('success-redirect', honest, seen(call))
  return { ...answer, body: JSON.stringify({ redirect_uri: Buffer.from(body).toString('utf8') }) }
}

interface RedirectParts {
  readonly redirectUri: string
  readonly code: string
  readonly state: string | null
}

/** The page makes the redirect; so another address goes to the page, as a member that no eSignet has. */
async function interceptedRedirect(
  interception: Interception,
  answer: Answer,
  call: Call,
  redirectOf: (told: RedirectParts) => string,
): Promise<Answer> {
  const envelope = typeof answer.body === 'string' ? parseJson(answer.body) : undefined
  const response = isObject(envelope) ? envelope.response : undefined
  if (!isObject(envelope) || !isObject(response)) return answer
  const { redirectUri, code, state } = response
  if (typeof redirectUri !== 'string' || typeof code !== 'string') return answer
  const address = redirectOf({ redirectUri, code, state: typeof state === 'string' ? state : null })
  const { body } = await interception('success-redirect', { status: 303, headers: {}, body: address }, seen(call))
  const told = { ...response, [redirectMember]: Buffer.from(body).toString('utf8') }
  return { ...answer, body: JSON.stringify({ ...envelope, response: told }) }
}

function seen(call: Call): InterceptedCall {
  const isForm = headerOf(call, 'content-type')?.startsWith('application/x-www-form-urlencoded') ?? false
  const headers = Object.entries(call.headers).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return {
    headers: Object.fromEntries(headers),
    form: Object.fromEntries(new URLSearchParams(isForm ? call.body : '')),
  }
}
