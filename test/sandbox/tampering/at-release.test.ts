import { describe, expect, it } from 'vitest'
import { otherwiseAt, type Releases, sortWays, whyNotAt } from '../../../sandbox/tampering/at-release.ts'
import type { LieEnding } from '../../../sandbox/tampering/lie.ts'

const lie: Releases<LieEnding> = {
  notAt: [
    { releases: ['2.0'], because: 'nothing is told there' },
    { releases: ['1.5', '1.6'], ways: ['loudly'], because: 'nobody is loud there' },
  ],
  at: [{ releases: ['1.7'], ways: ['softly'], ends: { refusedAs: 'userinfo-refused' } }],
}

describe('a lie at a release of eSignet', () => {
  it('cannot be told where it says so, in those ways and for that reason', () => {
    expect(whyNotAt(lie, '2.0', 'softly')).toBe('nothing is told there')
    expect(whyNotAt(lie, '1.6', 'loudly')).toBe('nobody is loud there')
    expect(whyNotAt(lie, '1.6', 'softly')).toBeUndefined()
    expect(whyNotAt(lie, '1.8', 'loudly')).toBeUndefined()
  })

  it('ends otherwise where it says so, in those ways only', () => {
    expect(otherwiseAt(lie, '1.7', 'softly')).toEqual({ refusedAs: 'userinfo-refused' })
    expect(otherwiseAt(lie, '1.7', 'loudly')).toBeUndefined()
    expect(otherwiseAt(lie, '1.8', 'softly')).toBeUndefined()
  })

  it('has its ways sorted into those that can be told and those that cannot', () => {
    expect(sortWays(lie, '1.5', ['loudly', 'softly'])).toEqual({
      ways: ['softly'],
      leftOut: [{ way: 'loudly', because: 'nobody is loud there' }],
    })
  })
})
