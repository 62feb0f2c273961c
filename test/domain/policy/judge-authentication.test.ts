import { expect, it } from 'vitest'
import { judgeAuthentication } from '../../../shared/domain/policy/judge-authentication.ts'
import { anAct, facts, noon, noonSeconds } from '../../support/builders.ts'

const judged = (acr: readonly string[], authTime: number) =>
  judgeAuthentication(
    anAct({ authentication: { acrAnyOf: ['otp', 'face'], maxAge: 'PT30M' } }),
    facts({ authentication: { acr, authTime } }),
    noon,
  )

it('any one of the accepted factors, in time, is enough', () => {
  expect(judged(['pin', 'face'], noonSeconds - 60)).toEqual([
    {
      requirement: {
        rule: 'authentication.acrAnyOf',
        expected: 'otp or face',
        actual: 'pin face',
        pass: true,
        remedy: null,
      },
    },
    {
      requirement: {
        rule: 'authentication.maxAge',
        expected: 'at most PT30M ago',
        actual: '2026-11-24T11:59:00Z',
        pass: true,
        remedy: null,
      },
      lapse: { fact: 'authentication', at: noon + 29 * 60_000 },
    },
  ])
})

it.each([
  ['not before', noon - 1, true],
  ['then', noon, false],
])('the longest age of a login is over when it is reached: %s', (_, now, pass) => {
  const [, age] = judgeAuthentication(
    anAct({ authentication: { acrAnyOf: ['otp'], maxAge: 'PT30M' } }),
    facts({ authentication: { acr: ['otp'], authTime: noonSeconds - 30 * 60 } }),
    now,
  )
  expect(age?.requirement.pass).toBe(pass)
})

it('no factor needs a stronger one, and an hour ago is too long', () => {
  expect(judged([], noonSeconds - 3600).map(({ requirement }) => requirement)).toMatchObject([
    { actual: 'none', pass: false, remedy: 'step-up' },
    { actual: '2026-11-24T11:00:00Z', pass: false, remedy: 're-authenticate' },
  ])
})
