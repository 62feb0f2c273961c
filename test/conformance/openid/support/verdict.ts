import { expect } from 'vitest'
import type { RefusalCode } from '../../../../shared/kernel/codes.ts'
import type { Endpoint } from './desk.ts'
import type { Login } from './relying-party.ts'

/** The login was accepted: a session, one line in the audit trail, and nothing an exact provider could complain about. */
export const accepted = ({ end, store, provider }: Login): void => {
  expect(provider.complaints).toEqual([])
  expect(end).toMatchObject({ ok: true, value: { kind: 'welcome', decision: { outcome: 'permit' } } })
  expect(store.sessions.size).toBe(1)
  expect(store.audit).toMatchObject([{ event: 'login-completed' }])
}

/** The login was refused for this reason: no session, nothing kept of the person, and one line in the audit trail that says why. */
export const refusedAs = ({ end, store, provider }: Login, code: RefusalCode): void => {
  expect(end).toMatchObject({ ok: false, refusal: { refusal: { code } } })
  expect(provider.complaints).toEqual([])
  expect([store.sessions.size, store.plainClaims.size, store.claims.size, store.subjectKeys.size]).toEqual([0, 0, 0, 0])
  expect(store.audit).toMatchObject([{ event: 'login-refused', reason: code }])
}

export const neverCalled = ({ provider }: Login, ...endpoints: readonly Endpoint[]): void => {
  expect(
    provider.calls.map(({ endpoint }) => endpoint).filter((endpoint) => endpoints.some((e) => e === endpoint)),
  ).toEqual([])
}

/** The requests of one login, in order, and no others. */
export const calledInOrder = ({ provider }: Login, ...endpoints: readonly Endpoint[]): void => {
  expect(provider.calls.map(({ endpoint }) => endpoint)).toEqual(endpoints)
}
