import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { derive, isDerived, sourceOf } from '../../../shared/domain/claims/derived-claims.ts'

const at = (moment: string): number => Date.parse(moment)

describe('a derived claim', () => {
  it.each([
    ['age_over_18', 'birthdate', true],
    ['age_over_65', 'birthdate', true],
    ['birthdate', 'birthdate', false],
    ['age_over_8', 'age_over_8', false],
    ['age_over_018', 'age_over_018', false],
    ['age_over_118', 'age_over_118', false],
    ['xage_over_18', 'xage_over_18', false],
  ])('%s is made of %s', (claim, source, derived) => {
    expect([sourceOf(claim), isDerived(claim)]).toEqual([source, derived])
  })

  it.each([
    ['the day before', '2008-11-24', '2026-11-23T23:59:59.999Z', false],
    ['on the day', '2008-11-24', '2026-11-24T00:00:00Z', true],
    ['on the 28th of February, born on the 29th', '2008-02-29', '2026-02-28T23:59:59Z', false],
    ['on the 1st of March, born on the 29th', '2008-02-29', '2026-03-01T00:00:00Z', true],
  ])('says whether somebody is eighteen: %s', (_, birthdate, now, over) => {
    expect(derive('age_over_18', birthdate, at(now))).toBe(over)
  })

  it.each([undefined, 2008, '', '2008', '0000-11-24', '2008-11', '2008-02-30', '2008/11/24', '24.11.2008'])(
    'says nothing about %j',
    (birthdate) => {
      expect(derive('age_over_18', birthdate, at('2030-01-01T00:00:00Z'))).toBeUndefined()
    },
  )

  it('never becomes false again as time goes by, and never holds for a greater age only', () => {
    const day = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2020-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    const moment = fc.integer({ min: at('1950-01-01T00:00:00Z'), max: at('2100-01-01T00:00:00Z') })
    const ages = fc.integer({ min: 10, max: 98 })
    const grows = fc.property(day, moment, fc.nat(1e11), ages, (birthdate, now, later, age) => {
      const over = derive(`age_over_${age}`, birthdate, now)
      if (over) expect(derive(`age_over_${age}`, birthdate, now + later)).toBe(true)
      if (!over) expect(derive(`age_over_${age + 1}`, birthdate, now)).toBe(false)
    })
    fc.assert(grows)
  })
})
