import { describe, expect, it } from 'vitest'
import { parserProperties } from './support/parsers/index.ts'

// `npm run fuzz` runs the big number.
const iterations = Number(process.env['FUZZ'] ?? 60_000)

describe('read from any input, as a slow and independent reader reads it', () => {
  it.each(parserProperties)('$parser', { timeout: 20_000 + iterations }, async ({ fuzz, share }) => {
    const { report } = await fuzz(Math.ceil(iterations * share))
    expect(report).toBeUndefined()
  })

  it('by shares that are a whole', () => {
    expect(parserProperties.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1)
  })
})
