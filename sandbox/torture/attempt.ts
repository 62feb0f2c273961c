import type { InterceptedDoor } from '../esignet/start.ts'
import { openBrowser } from '../journey/browser.ts'
import { difference } from './difference.ts'
import { bringsSession, logIn, outcomeOf } from './login.ts'
import type { ActiveLie, PracticeWorld } from './practice-world.ts'

/** One login during which eSignet lied, seen from outside. */
export interface Attempt {
  /** The refusal code in the address to which the browser was sent, or of the only audit event; none: the login went through. */
  readonly refusedAs: string | undefined
  /** Where the browser was sent, if anywhere, without its query. */
  readonly sentTo: string | undefined
  /** How the act ended, when the login went through. */
  readonly outcome: string | undefined
  readonly sessionCookie: boolean
  /** How often the lie was told. */
  readonly told: number
  /** What changed, in counts. */
  readonly audit: Readonly<Record<string, number>>
  readonly logins: Readonly<Record<string, number>>
  readonly sessions: number
  readonly claims: number
  /** Calls to eSignet in the phase of the login in which the lie was told. */
  readonly calls: Readonly<Record<string, number>>
  /** In how many log lines and audit events a secret or personal value stands. */
  readonly canaries: number
  /** Secrets and personal values in the address or page that the browser was given. */
  readonly shown: readonly string[]
}

/** Logs a person in while eSignet lies, by plain HTTP, and looks what became of it. */
export const attempt = async (world: PracticeWorld, lie: ActiveLie, variant: string): Promise<Attempt> => {
  if (lie.replays) await logInHonestly(world)
  const before = await world.observe()
  await world.tell(lie.name, variant)
  try {
    await world.resetCounters()
    const browser = openBrowser()
    const { response, secrets } = await logIn(world, browser, lie.during)
    const told = await world.timesTold(lie.name)
    const canaries = await world.canaries([...secrets, ...world.personal])
    const after = await world.observe()
    const page = await response.text()
    const location = response.headers.get('location')
    const address = location === null ? undefined : new URL(location)
    const sessionCookie = bringsSession(response)
    const audit = difference(before.audit, after.audit)
    return {
      refusedAs: address?.searchParams.get('code') ?? refusalIn(audit),
      sentTo: address && `${address.origin}${address.pathname}`,
      outcome: sessionCookie ? await outcomeOf(world, browser, lie.during) : undefined,
      sessionCookie,
      told,
      audit,
      logins: difference(before.logins, after.logins),
      sessions: after.sessions - before.sessions,
      claims: after.claims - before.claims,
      calls: after.esignet,
      canaries,
      shown: [...secrets, ...world.personal].filter((word) => `${location} ${page}`.includes(word)),
    }
  } finally {
    await world.stopLying()
  }
}

/** A login to which nobody lies. */
const logInHonestly = async (world: PracticeWorld): Promise<void> => {
  const { response } = await logIn(world, openBrowser(), 'omera-bank/open-account')
  if (response.status !== 303) throw new Error(`an honest login ended with ${response.status}`)
}

const refusalIn = (audit: Readonly<Record<string, number>>): string | undefined =>
  Object.keys(audit)
    .map((event) => /^login-refused (\S+)$/.exec(event)?.[1])
    .find((code) => code !== undefined)

/** The doors in the order of a login; the keys may be asked for again when a token names one that is not known. */
const order: readonly InterceptedDoor[] = ['discovery', 'par', 'success-redirect', 'token', 'userinfo']

/** Doors that were called although the login was over. */
export const calledTooMuch = ({ noticedAt, during, rows }: ActiveLie, { calls }: Attempt): readonly string[] => {
  const called = (door: string, most: number) => ((calls[door] ?? 0) > most ? [`${door}: ${calls[door]}`] : [])
  const last = noticedAt === 'jwks' ? 'success-redirect' : noticedAt
  const later = order.slice(order.indexOf(last) + 1).flatMap((door) => called(door, 0))
  // The first proof of possession is always asked for again, with a nonce.
  const most = during === 'visa/apply' ? 2 : 1
  // What failed at once is pushed once more; that is what this row is about, and no other.
  const pushes = rows.includes('A35') ? 2 : 1
  return [...later, ...called('token', most), ...called('jwks', 2), ...called('par', pushes)]
}
