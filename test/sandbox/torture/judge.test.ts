import { describe, expect, it } from 'vitest'
import type { Attempt } from '../../../sandbox/torture/attempt.ts'
import { judge } from '../../../sandbox/torture/judge.ts'
import type { ActiveLie } from '../../../sandbox/torture/practice-world.ts'
import { isClean, lineOf, reportOf, summaryOf, type Trial } from '../../../sandbox/torture/report.ts'

const hostile: ActiveLie = {
  by: 'esignet',
  audited: true,
  isMet: true,
  name: 'nonce-of-another-login',
  rows: ['C25'],
  says: 'the ID token belongs to another login',
  door: 'token',
  noticedAt: 'token',
  during: 'omera-bank/open-account',
  refusedAs: 'nonce-mismatch',
  endsAs: 'permit',
  leaves: 'failed',
  replays: false,
  variants: ['wrong'],
}

const harmless: ActiveLie = {
  ...hostile,
  name: 'audience-as-list',
  refusedAs: 'accepted',
  noticedAt: 'userinfo',
  leaves: 'done',
}

const refused: Attempt = {
  refusedAs: 'nonce-mismatch',
  sentTo: 'http://localhost:1/account',
  outcome: undefined,
  sessionCookie: false,
  told: 1,
  audit: { 'login-refused nonce-mismatch': 1 },
  logins: { 'FAILED nonce-mismatch': 1 },
  sessions: 0,
  claims: 0,
  calls: { par: 1, token: 1, jwks: 1 },
  canaries: 0,
  shown: [],
}

const welcomed: Attempt = {
  ...refused,
  refusedAs: undefined,
  outcome: 'permit',
  sessionCookie: true,
  audit: { 'login-completed permit': 1 },
  logins: { DONE: 1 },
  sessions: 1,
  claims: 1,
  calls: { par: 1, token: 1, userinfo: 1 },
}

describe('a login to which eSignet lied', () => {
  it('is in order when it ended in the code of the lie, and nothing else happened', () => {
    expect(judge(hostile, refused)).toEqual([])
    expect(judge(harmless, welcomed)).toEqual([])
  })

  it('may be pushed twice when pushing failed, and else not', () => {
    const failing: ActiveLie = {
      ...hostile,
      rows: ['J01', 'A35'],
      door: 'par',
      noticedAt: 'par',
      leaves: 'never-begun',
    }
    const seen: Attempt = { ...refused, logins: {}, calls: { par: 2 } }
    expect(judge(failing, seen)).toEqual([])
    expect(judge(failing, { ...seen, calls: { par: 3 } }).join()).toMatch(/par: 3/)
    expect(judge({ ...failing, rows: ['J01'] }, seen).join()).toMatch(/par: 2/)
  })

  it.each<[string, Partial<Attempt>, RegExp]>([
    ['the lie was not told', { told: 0 }, /never told/],
    ['another code', { refusedAs: 'internal-fault' }, /wanted nonce-mismatch, found internal-fault/],
    ['two audit events', { audit: { 'login-refused nonce-mismatch': 2 } }, /audit events/],
    ['a row that is not closed', { logins: { EXCHANGING: 1 } }, /logins/],
    ['a session', { sessions: 1 }, /session/],
    ['a session cookie', { sessionCookie: true }, /session/],
    ['claims', { claims: 1 }, /claims were kept/],
    ['UserInfo was fetched all the same', { calls: { token: 1, userinfo: 1 } }, /userinfo: 1/],
    ['the code was sent twice', { calls: { token: 2 } }, /token: 2/],
    ['a token in a log', { canaries: 3 }, /3 log lines/],
    ['a code in the address', { shown: ['the-code'] }, /browser/],
  ])('is not in order with %s', (_, change, complaint) => {
    expect(judge(hostile, { ...refused, ...change }).join('\n')).toMatch(complaint)
  })

  it('may leave no audit event, or meet nothing, where that is the point', () => {
    expect(judge({ ...hostile, audited: false }, { ...refused, audit: {} })).toEqual([])
    expect(judge({ ...hostile, audited: false }, refused)).not.toEqual([])
    expect(judge({ ...hostile, isMet: false }, { ...refused, told: 0 })).toEqual([])
    expect(judge({ ...hostile, isMet: false }, refused)).toEqual([])
    const unmeetable: ActiveLie = { ...hostile, by: 'aws', isMet: false }
    expect(judge(unmeetable, { ...refused, told: 0 })).toEqual([])
    expect(judge(unmeetable, refused)).toEqual(['a call met the failure that none can meet'])
  })

  it('is not in order when something harmless is refused, or ends otherwise', () => {
    expect(judge(harmless, refused)).not.toEqual([])
    expect(judge(harmless, { ...welcomed, outcome: 're-verify' })).not.toEqual([])
  })
})

describe('the report', () => {
  it('tells what was refused, accepted, believed and miscalled apart', () => {
    const tried = { name: 'nonce-of-another-login', rows: ['C25'], expected: 'nonce-mismatch' }
    const trials: readonly Trial[] = [
      { ...tried, way: '0', saidInstead: undefined, wrong: [] },
      { ...tried, way: '1', saidInstead: 'accepted', wrong: ['there is a session'] },
      { ...tried, way: '2', saidInstead: 'token-expired', wrong: ['refused as something else'] },
      { ...tried, way: '3', saidInstead: undefined, wrong: ['a secret in a log'] },
    ]
    const report = reportOf([
      ...trials,
      { ...tried, way: 'told', expected: 'accepted', saidInstead: undefined, wrong: [] },
    ])
    expect(report).toMatchObject({ rows: 1, inputs: 5, refused: 1, benign: 1 })
    expect(report.accepted).toEqual(['C25 nonce-of-another-login (1)'])
    expect(report.wrongCode).toEqual(['C25 nonce-of-another-login (2): nonce-mismatch → token-expired'])
    expect(report.otherwise).toHaveLength(1)
    expect(isClean(report)).toBe(false)
    expect(isClean(reportOf(trials.slice(0, 1)))).toBe(true)
  })

  it('tells what was left out, by reason, and is clean all the same', () => {
    const left = { name: 'framework-missing', rows: ['F04'], because: 'none are released' }
    const report = reportOf(
      [],
      [
        { ...left, way: 'empty' },
        { ...left, way: 'a list' },
      ],
    )
    expect(report.leftOut).toEqual([
      { because: 'none are released', inputs: ['F04 framework-missing (empty)', 'F04 framework-missing (a list)'] },
    ])
    expect(isClean(report)).toBe(true)
    expect(summaryOf(report)).toContain('2: none are released')
    expect(lineOf([], [{ ...left, way: 'empty' }])).toMatch(/F04 +framework-missing +left out: none are released/)
  })
})
