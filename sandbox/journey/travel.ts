import { type DriveStep, driveLogin } from '../esignet/drive.ts'
import type { Persona } from '../personas.ts'
import { openBrowser } from './browser.ts'
import { type CallsBetween, callsBetween, type Observed, total } from './observer.ts'
import { type JourneyDecision, type SessionAnswer, sessionAnswer } from './session-answer.ts'

export interface Itinerary {
  readonly world: Observed
  readonly service: string
  readonly act: string
  readonly persona: Persona
}

/** One leg of the way: who asked what of whom, and what the doors called meanwhile. */
export interface Leg {
  readonly what: string
  readonly calls?: CallsBetween
}

export interface Travelled {
  readonly outcome: string
  /** How this service knows the person; `null` when nobody came in. */
  readonly subject: string | null
  readonly decision: JourneyDecision | null
  readonly claims: Pick<SessionAnswer, 'claims' | 'verifiedClaims'> | null
  /** From the login door to the end of the callback; reading the session afterwards is not part of a login. */
  readonly calls: { readonly kms: number; readonly dynamodb: number; readonly provider: number }
  readonly legs: readonly Leg[]
  readonly driven: readonly DriveStep[]
}

/** A door did not do what the flow needs next; the message holds no code, token or state. */
export class Stranded extends Error {}

const locationOf = async (response: Response, door: string): Promise<URL> => {
  const location = response.headers.get('location')
  if (response.status >= 300 && response.status < 400 && location !== null) return new URL(location)
  const body = await response.text()
  throw new Stranded(`The ${door} answered ${response.status} and led nowhere: ${body.slice(0, 300)}`)
}

const readSession = async (browser: ReturnType<typeof openBrowser>, url: string): Promise<SessionAnswer> => {
  const response = await browser.ask(url)
  if (response.status !== 200)
    throw new Stranded(`The session door answered ${response.status}, although the login went through.`)
  return sessionAnswer.parse(await response.json())
}

/** One complete login, as a browser would do it, and what the service learns at its end. Throws {@link Stranded}. */
export const travel = async ({ world, service, act, persona }: Itinerary): Promise<Travelled> => {
  const browser = openBrowser()
  const legs: Leg[] = []
  const start = await world.counters()
  const query = new URLSearchParams({ act, return_to: '/' })
  const entrance = await locationOf(await browser.visit(`${world.api}/${service}/login?${query}`), 'login door')
  const asked = await world.counters()
  legs.push({ what: 'login', calls: callsBetween(start, asked) })

  const refusedAtOnce = entrance.searchParams.get('outcome')
  const driven =
    refusedAtOnce === null
      ? await driveLogin({
          authorizeUrl: entrance.href,
          individualId: persona.identity.individualId,
          factor: 'otp',
          consent: persona.identity.blocked === true ? 'leave-at-block' : 'allow',
        })
      : undefined
  const beforeCallback = await world.counters()
  const end =
    driven === undefined ? entrance : await locationOf(await browser.visit(driven.redirectTo), 'callback door')
  const after = await world.counters()
  if (driven !== undefined) legs.push({ what: 'callback', calls: callsBetween(beforeCallback, after) })

  const spent = callsBetween(start, after)
  const calls = { kms: total(spent.kms), dynamodb: total(spent.dynamodb), provider: total(spent.provider) }
  const steps = driven?.steps ?? []
  const refused = end.searchParams.get('outcome')
  if (refused !== null)
    return { outcome: refused, subject: null, decision: null, claims: null, calls, legs, driven: steps }
  const session = await readSession(browser, `${world.api}/${service}/session`)
  const decision = session.acts[act]
  if (decision === undefined) throw new Stranded(`The session door says nothing about the act ${act}.`)
  const { subject, claims, verifiedClaims } = session
  return {
    outcome: decision.outcome,
    subject,
    decision,
    claims: { claims, verifiedClaims },
    calls,
    legs,
    driven: steps,
  }
}
