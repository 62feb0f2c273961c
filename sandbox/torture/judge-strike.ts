import type { Attack } from '../attacks/attack.ts'
import { differs } from './judge.ts'
import type { Struck } from './strike.ts'

/**
 * What went otherwise than it must, in words; empty when the attack came to nothing.
 *
 * @param honestEnding how the act of a login ends that nobody disturbs, which attacks call `permit`
 */
export const judgeStrike = (
  { answeredAs, leaves, asks }: Attack,
  struck: Struck,
  honestEnding = 'permit',
): readonly string[] => {
  const { said, audit, logins, sessions, claims, calls, canaries, shown, wrong } = struck
  const refusals = /^(accepted|http-)/.test(answeredAs) ? {} : { [`login-refused ${answeredAs}`]: said.length }
  const left = leaves ?? { audit: refusals, logins: {}, sessions: 0, claims: 0 }
  return [
    ...(said.length > 0 ? [] : ['nothing was answered']),
    ...[...new Set(said.filter((each) => each !== answeredAs))].flatMap((each) =>
      differs('answered as', answeredAs, each),
    ),
    ...differs('audit events', sorted(atThisRelease(left.audit, honestEnding)), sorted(audit)),
    ...differs('logins', sorted(left.logins), sorted(logins)),
    ...differs('new sessions', left.sessions, sessions),
    ...differs('new claims', left.claims, claims),
    ...Object.entries(calls).flatMap(([door, count]) => {
      const most = Object.entries(asks).find(([name]) => name === door)?.[1] ?? 0
      return count > most ? [`eSignet was asked too often: ${door}: ${count}`] : []
    }),
    ...(canaries === 0 ? [] : [`${canaries} log lines or audit events hold a secret or a personal value`]),
    ...(shown === 0 ? [] : [`${shown} answers show a secret or a personal value`]),
    ...wrong,
  ]
}

const atThisRelease = (audit: Readonly<Record<string, number>>, honestEnding: string) =>
  Object.fromEntries(
    Object.entries(audit).map(([event, count]) => [
      event === 'login-completed permit' ? `login-completed ${honestEnding}` : event,
      count,
    ]),
  )

const sorted = (counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1)))
