import { sha256 } from '../../../shared/kernel/sha256.ts'
import type { CameBack } from '../../../shared/use-cases/complete-login.ts'
import { issuer } from '../../support/practice-provider.ts'
import { serviceIds } from './memory-house.ts'
import { cookieName, type PushedLogin, type Rig } from './rig.ts'

/** What the address bar says when a browser comes back. */
export const answers = [
  'code',
  'code of another login',
  'error',
  'error and code',
  'error without state',
  'error with state null',
  'no code',
  'no iss',
  'another iss',
  'unknown state',
  'no state',
  'nothing',
] as const
export type SaidAnswer = (typeof answers)[number]

/** `forged`: the browser that began it, with the right secret under whatever service it visits, as only its owner can. */
export const browsers = ['own', 'other', 'stranger', 'forged', 'no cookie'] as const

export interface Visit {
  /** Which of the logins known to the provider; counted around. */
  readonly login: number
  readonly browser: (typeof browsers)[number]
  readonly service: 'own' | 'other'
  readonly says: SaidAnswer
}

/** Only possible once a login was pushed; before, every state is an unknown one. */
export const loginOf = (rig: Rig, visit: Visit): PushedLogin =>
  rig.logins[visit.login % Math.max(rig.logins.length, 1)] ?? {
    state: 'never pushed',
    stateHash: sha256('never pushed'),
    service: 'omera-bank',
    browser: 0,
  }

/** The visit as the callback's door would read it, with the cookies this browser holds right now. */
export const cameBack = (rig: Rig, visit: Visit): Omit<CameBack, 'traceId'> => {
  const login = loginOf(rig, visit)
  const service = visit.service === 'own' ? login.service : (serviceIds.find((id) => id !== login.service) ?? 'visa')
  const cookie = cookieOf(rig, login, visit, service)
  return { service, response: saidBy(rig, visit, login), ...cookie }
}

const cookieOf = (rig: Rig, login: PushedLogin, visit: Visit, service: string) => {
  switch (visit.browser) {
    case 'own':
      return rig.cookies.get(cookieName(login.browser, service))
    case 'other':
      return rig.cookies.get(cookieName(login.browser + 1, service))
    case 'forged':
      return rig.cookies.get(cookieName(login.browser, login.service))
    case 'stranger':
      return { browserSecret: 'a strangers secret', lastStateHash: sha256('a strangers login') }
    case 'no cookie':
      return undefined
  }
}

const saidBy = (rig: Rig, visit: Visit, { state }: PushedLogin): CameBack['response'] => {
  const another = rig.logins.find((login) => login.state !== state)?.state ?? state
  const said: Record<SaidAnswer, CameBack['response']> = {
    code: { state, code: state, iss: issuer },
    'code of another login': { state, code: another, iss: issuer },
    error: { state, error: 'access_denied', iss: issuer },
    'error and code': { state, code: state, error: 'access_denied', iss: issuer },
    'error without state': { error: 'access_denied', iss: issuer },
    'error with state null': { state: 'null', error: 'access_denied', iss: issuer },
    'no code': { state, iss: issuer },
    'no iss': { state, code: state },
    'another iss': { state, code: state, iss: 'https://evil.example' },
    'unknown state': { state: `not ${state}`, code: state, iss: issuer },
    'no state': { code: state, iss: issuer },
    nothing: {},
  }
  return said[visit.says]
}
