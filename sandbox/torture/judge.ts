import { type Attempt, calledTooMuch } from './attempt.ts'
import type { ActiveLie } from './practice-world.ts'

/** What went otherwise than it must, in words; empty when the login ended as the lie deserves. */
export const judge = (lie: ActiveLie, seen: Attempt): readonly string[] => [
  ...(seen.told > 0 || !lie.isMet ? [] : ['the lie was never told']),
  // A lie may have no occasion; a failure that no call can meet must not be met.
  ...(seen.told > 0 && lie.by === 'aws' && !lie.isMet ? ['a call met the failure that none can meet'] : []),
  ...(lie.refusedAs === 'accepted' ? judgeAccepted(lie, seen) : judgeRefused(lie, seen)),
  ...calledTooMuch(lie, seen).map((call) => `eSignet was asked too often: ${call}`),
  ...(seen.canaries === 0 ? [] : [`${seen.canaries} log lines or audit events hold a secret or a personal value`]),
  ...(seen.shown.length === 0 ? [] : ['the browser was given a secret or a personal value']),
]

const judgeAccepted = ({ endsAs }: ActiveLie, seen: Attempt): readonly string[] => [
  ...(seen.refusedAs === undefined ? [] : [`an honest login was refused as ${seen.refusedAs}`]),
  ...(seen.sessionCookie && seen.sessions === 1 ? [] : ['there is no session']),
  ...differs('the act ended', endsAs, seen.outcome ?? 'not at all'),
  ...differs('audit events', { [`login-completed ${endsAs}`]: 1 }, seen.audit),
]

/** One code everywhere, one audit event, one row that says how it ended, nothing kept. */
const judgeRefused = ({ refusedAs: code, leaves, audited }: ActiveLie, seen: Attempt): readonly string[] => {
  const rows = { failed: { [`FAILED ${code}`]: 1 }, 'still-pending': { PENDING: 1 }, 'never-begun': {}, done: {} }
  return [
    ...differs('refused as', code, seen.refusedAs ?? 'nothing: the lie was believed'),
    ...differs('audit events', audited ? { [`login-refused ${code}`]: 1 } : {}, seen.audit),
    ...differs('logins', rows[leaves], seen.logins),
    ...(seen.sessionCookie || seen.sessions > 0 ? ['there is a session'] : []),
    ...(seen.claims > 0 ? ['claims were kept'] : []),
  ]
}

export const differs = (what: string, wanted: unknown, found: unknown): readonly string[] => {
  const [want, find] = [wanted, found].map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
  return want === find ? [] : [`${what}: wanted ${want}, found ${find}`]
}
