import type { StoredLogin } from '../../../shared/adapters/memory/memory-store.ts'
import type { AuditEvent } from '../../../shared/domain/audit/event.ts'
import { sha256 } from '../../../shared/kernel/sha256.ts'
import type { Ended, Rig } from './rig.ts'

/** What must hold after every history; each sentence is what was found instead. Empty is good. */
export const violations = (rig: Rig): readonly string[] => [
  ...secondExchanges(rig),
  ...halfLogins(rig),
  ...orphans(rig),
  ...talkativeRows(rig),
  ...rig.ended.flatMap((ended) => badEnds(rig, ended)),
]

export const isTerminal = ({ state }: StoredLogin): boolean => state === 'DONE' || state === 'FAILED'

const secondExchanges = (rig: Rig): string[] =>
  new Set(rig.exchanges).size === rig.exchanges.length ? [] : ['a state was exchanged twice']

/** A session, its `login-completed` event and its DONE row come together, one of each, or not at all. */
const halfLogins = ({ store, kept }: Rig): string[] => {
  const done = [...store.logins.values()].filter(({ state }) => state === 'DONE').map(({ stateHash }) => stateHash)
  const completed = store.audit.filter((event) => event.event === 'login-completed')
  const said = completed.map((event) => `${event.service} ${event.subject} ${event.act} ${event.factsDigest}`)
  const open = [...store.sessions.values()].map((one) => `${one.service} ${one.subject} ${one.act} ${one.factsDigest}`)
  return [
    ...(same(said, open) ? [] : [`sessions ${open.length}, completed in the audit trail ${said.length}`]),
    ...(same(
      done,
      kept.map(([stateHash]) => stateHash),
    )
      ? []
      : ['the DONE rows are not the logins that were kept']),
    ...(same(
      [...store.sessions.keys()],
      kept.map(([, sessionHash]) => sessionHash),
    )
      ? []
      : ['the sessions are not those of the logins that were kept']),
  ]
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && [...one].sort().join('\n') === [...other].sort().join('\n')

/** Claims and keys belong to somebody who has, or had, a session at that service. */
const orphans = ({ store }: Rig): string[] => {
  const owners = [...store.sessions.values()].map(({ service, subject }) => `${service} ${subject}`)
  const subjects = [...store.sessions.values()].map(({ subject }) => subject)
  return [
    ...[...store.claims.keys(), ...store.plainClaims.keys()]
      .filter((key) => !owners.some((owner) => `${key} `.startsWith(`${owner} `)))
      .map(() => 'claims without a session'),
    ...[...store.subjectKeys.keys()].filter((key) => !subjects.includes(key)).map(() => 'a key without a session'),
  ]
}

const talkativeRows = ({ store }: Rig): string[] =>
  [...store.logins.values()]
    .filter((row) => isTerminal(row) && (row.nonce !== undefined || row.codeVerifier !== undefined))
    .map((row) => `a ${row.state} row still holds its nonce or verifier`)

/** What one deed told its caller, against what it left in the audit trail and in the store. */
const badEnds = (rig: Rig, ended: Ended): string[] => {
  const events = rig.store.audit.filter(({ traceId }) => traceId === ended.traceId)
  const completed = events.filter(({ event }) => event === 'login-completed')
  const refusals = events.filter(isRefusal)
  const wrong = (what: string, holds: boolean): string[] =>
    holds ? [] : [`${what}: ${ended.door} ${ended.end} ${ended.refusal?.code ?? ''} [${ended.calls.join(' ')}]`]
  switch (ended.end) {
    case 'welcome':
      return [
        ...wrong('a welcome with other events than one', completed.length === 1 && refusals.length === 0),
        ...wrong('a welcome without its session', rig.store.sessions.has(ended.sessionHash ?? '')),
      ]
    case 'refused':
      return [
        ...wrong('a deed threw', ended.refusal?.code !== 'internal-fault'),
        ...wrong('something kept for a refused login', completed.length === 0),
        ...wrong(
          'a refusal is not in the audit trail once',
          refusals.length === 1 || (ended.auditLost === true && refusals.length === 0),
        ),
        ...wrong(
          'a refusal under another reason',
          refusals.every(({ reason }) => reason === ended.refusal?.code),
        ),
        ...wrong('an audit trail is said to be lost that did not fail', !ended.auditLost || ended.met === 'record'),
      ]
    case 'stopped':
      return wrong('a deed that was stopped said more than one thing', events.length <= 1)
    default:
      return wrong('an end that is no news was audited', events.length === 0)
  }
}

const isRefusal = (event: AuditEvent) => event.event === 'login-refused'

/** Rows that ended, as they ended: whatever the clock does, they stay so. */
export const watchEnds = (rig: Rig) => {
  const seen = new Map<string, string>()
  return (): readonly string[] =>
    [...rig.store.logins.values()].flatMap((row) => {
      const before = seen.get(row.stateHash)
      if (isTerminal(row)) seen.set(row.stateHash, JSON.stringify(row))
      return before === undefined || before === JSON.stringify(row) ? [] : ['a row that had ended changed']
    })
}

/**
 * Every login that has not ended is closed by whoever visits it next once its time is over: nothing stays stuck. Comes back to
 * each of them in the browser that began it, or in a stranger's where no browser was told its secret.
 */
export const closeWhatIsOpen = async (rig: Rig): Promise<readonly string[]> => {
  rig.turn = () => Promise.resolve()
  const open = [...rig.store.logins.values()].filter((row) => !isTerminal(row))
  const over = Math.max(0, ...open.map(({ expiresAt, leaseUntil = 0 }) => Math.max(expiresAt, leaseUntil)))
  rig.time.now = Math.max(rig.time.now, over * 1000)
  for (const { stateHash, service } of open) {
    const login = rig.logins.find((each) => each.stateHash === stateHash)
    await rig.comeBack({
      service,
      response: { state: login?.state ?? '', code: login?.state ?? '', iss: 'https://esignet.example' },
      browserSecret: login?.browserSecret ?? 'a strangers secret',
      lastStateHash: sha256('none'),
    })
  }
  return [...rig.store.logins.values()]
    .filter((row) => !isTerminal(row))
    .map(({ state }) => `a ${state} row stays open for ever`)
}
