import { expect } from 'vitest'
import type { RefusalCode } from '../../../../shared/kernel/codes.ts'
import type { Endpoint } from './desk.ts'
import type { Login } from './log-in.ts'

/** Every login was accepted: a session and one line in the audit trail each, and nothing an exact provider could complain about. */
export const accepted = ({ end, store, provider }: Login, { logins } = { logins: 1 }): void => {
  expect(provider.complaints).toEqual([])
  expect(end).toMatchObject({ ok: true, value: { kind: 'welcome', decision: { outcome: 'permit' } } })
  expect(store.sessions.size).toBe(logins)
  expect(store.audit.map(({ event }) => event)).toEqual(Array.from({ length: logins }, () => 'login-completed'))
}

/** The login was refused for this reason: no session, nothing kept of the person, and one line in the audit trail that says why. */
export const refusedAs = ({ end, store, provider }: Login, code: RefusalCode): void => {
  expect(end).toMatchObject({ ok: false, refusal: { refusal: { code } } })
  expect(provider.complaints).toEqual([])
  expect([store.sessions.size, store.plainClaims.size, store.claims.size, store.subjectKeys.size]).toEqual([0, 0, 0, 0])
  expect(store.audit).toMatchObject([{ event: 'login-refused', reason: code }])
}

export const calledTimes = ({ provider }: Login, endpoint: Endpoint, times: number): void => {
  expect(provider.called(endpoint)).toHaveLength(times)
}

export const neverCalled = (login: Login, endpoint: Endpoint): void => calledTimes(login, endpoint, 0)

/** The requests of one login, in order, and no others. */
export const calledInOrder = ({ provider }: Login, ...endpoints: readonly Endpoint[]): void => {
  expect(provider.calls.map(({ endpoint }) => endpoint)).toEqual(endpoints)
}
