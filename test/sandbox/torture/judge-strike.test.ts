import { describe, expect, it } from 'vitest'
import { type Attack, defineAttack } from '../../../sandbox/attacks/attack.ts'
import { type Answer, saidBy } from '../../../sandbox/attacks/http.ts'
import { judgeStrike } from '../../../sandbox/torture/judge-strike.ts'
import type { Struck } from '../../../sandbox/torture/strike.ts'

const answer: Answer = { status: 303, headers: {}, body: '' }
const attack: Attack = defineAttack({
  name: 'state-made-up',
  rows: ['A02'],
  says: 'makes up a state',
  answeredAs: 'transaction-unknown',
  done: async () => answer,
})

const struck: Struck = {
  said: ['transaction-unknown'],
  audit: { 'login-refused transaction-unknown': 1 },
  logins: {},
  sessions: 0,
  claims: 0,
  calls: {},
  canaries: 0,
  shown: 0,
  wrong: [],
}

describe('an attack at our own doors', () => {
  it('came to nothing when every answer was the refusal, and one audit event for each is all that is left', () => {
    expect(judgeStrike(attack, struck)).toEqual([])
    const twice = {
      ...struck,
      said: [...struck.said, ...struck.said],
      audit: { 'login-refused transaction-unknown': 2 },
    }
    expect(judgeStrike(attack, twice)).toEqual([])
  })

  it.each<[string, Partial<Struck>, RegExp]>([
    ['no answer', { said: [], audit: {} }, /nothing was answered/],
    ['one answer of several that says otherwise', { said: ['transaction-unknown', 'accepted'] }, /found accepted/],
    ['no audit event', { audit: {} }, /audit events/],
    ['a login that moved', { logins: { PENDING: -1, 'FAILED internal-fault': 1 } }, /logins/],
    ['a session', { sessions: 1 }, /new sessions/],
    ['claims', { claims: 1 }, /new claims/],
    ['a call of eSignet', { calls: { token: 1 } }, /token: 1/],
    ['a secret in a log', { canaries: 1 }, /1 log lines/],
    ['a secret in an answer', { shown: 1 }, /1 answers/],
    ['what the attack itself noticed', { wrong: ['a header is missing'] }, /a header is missing/],
  ])('is not in order with %s', (_, change, complaint) => {
    expect(judgeStrike(attack, { ...struck, ...change }).join('\n')).toMatch(complaint)
  })

  it('is not to blame where an honest login ends otherwise, either', () => {
    const harmless = {
      ...attack,
      answeredAs: 'accepted',
      leaves: { audit: { 'login-completed permit': 1 }, logins: { DONE: 1 }, sessions: 1, claims: 0 },
    }
    const seen = { ...struck, said: ['accepted'], logins: { DONE: 1 }, sessions: 1 }
    const completed = (outcome: string) => ({ ...seen, audit: { [`login-completed ${outcome}`]: 1 } })
    expect(judgeStrike(harmless, completed('permit'))).toEqual([])
    expect(judgeStrike(harmless, completed('re-verify'))).not.toEqual([])
    expect(judgeStrike(harmless, completed('re-verify'), 're-verify')).toEqual([])
    expect(judgeStrike(harmless, completed('permit'), 're-verify')).not.toEqual([])
  })

  it('may leave what it says, and no more', () => {
    const race = { ...attack, leaves: { audit: {}, logins: { DONE: 1 }, sessions: 1, claims: 0 }, asks: { token: 1 } }
    const left = { ...struck, audit: {}, logins: { DONE: 1 }, sessions: 1, calls: { token: 1 } }
    expect(judgeStrike(race, left)).toEqual([])
    expect(judgeStrike(race, { ...left, sessions: 2 })).not.toEqual([])
    expect(judgeStrike(race, { ...left, calls: { token: 2 } })).not.toEqual([])
  })
})

describe('what an answer says', () => {
  it.each<[string, Partial<Answer>, string]>([
    [
      'a code in the address',
      { headers: { location: ['http://localhost:1/?outcome=technical&code=acr-unmet'] } },
      'acr-unmet',
    ],
    ['a problem document', { status: 400, body: '{"status":400,"code":"state-missing"}' }, 'state-missing'],
    ['a page', { status: 400, body: '<p><small>Code state-missing, reference 1</small></p>' }, 'state-missing'],
    ['a status of API Gateway', { status: 404, body: '{"message":"Not Found"}' }, 'http-404'],
    ['a redirect to eSignet', { headers: { location: ['http://localhost:1/authorize?client_id=a'] } }, 'accepted'],
  ])('is read from %s', (_, change, said) => {
    expect(saidBy({ ...answer, ...change })).toBe(said)
  })
})
