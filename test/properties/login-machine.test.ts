import fc from 'fast-check'
import { describe, it } from 'vitest'
import { allAtOnce, emptyTally, oneAfterTheOther } from './support/histories.ts'

// `HISTORIES=100000 npx vitest run test/properties/login-machine.test.ts` runs the big number; `npm run histories` counts it.
const histories = Number(process.env['HISTORIES'] ?? 2_000)
const patience = { timeout: 20_000 + histories * 20 }

describe('logins in any history', () => {
  it('end as the model says, one after the other', patience, async () => {
    await fc.assert(oneAfterTheOther(emptyTally()), { numRuns: Math.ceil(histories / 2) })
  })

  it('keep what must hold, all at once in any order', patience, async () => {
    await fc.assert(allAtOnce(emptyTally()), { numRuns: Math.floor(histories / 2) })
  })
})
