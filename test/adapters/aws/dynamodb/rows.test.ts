import { describe, expect, it } from 'vitest'
import { factOf } from '../../../../shared/adapters/aws/dynamodb/rows.ts'
import { aVerification, sealed } from '../../../support/builders.ts'

const factUnder = (trustFramework: string) => factOf(sealed({ verification: aVerification({ trustFramework }) }))

describe('the key of a fact', () => {
  it('tells framework, time and statement', () => {
    expect(factUnder('eidas')).toBe('VC#eidas#2026-11-04T09:30:59Z#verification-1')
  })

  it('is never longer than DynamoDB sorts by, and still tells two frameworks apart', () => {
    const [one, other] = ['ក', 'ខ'].map((letter) => factUnder(letter.repeat(1024)))
    for (const key of [one, other]) expect(Buffer.byteLength(key ?? '')).toBeLessThanOrEqual(1024)
    expect(one).not.toBe(other)
  })
})
