import { describe, expect, it } from 'vitest'
import { moves, type SpentTransaction, whyNotClaimable } from '../../../shared/domain/login/transaction.ts'

const found: SpentTransaction = {
  state: 'PENDING',
  service: 'omera-bank',
  browserHash: 'browser',
  returnTo: 'https://bank.example/',
  expiresAt: 1000,
}
const asked = { service: 'omera-bank', browserHash: 'browser', now: 500 }

describe('why a login cannot be claimed', () => {
  it.each([
    ['nothing forbids it', {}, undefined],
    ['another service', { service: 'visa' }, 'service-mismatch'],
    ['another browser', { browserHash: 'stranger' }, 'browser-mismatch'],
    ['its last second is over', { expiresAt: 500 }, 'transaction-expired'],
    ['it is in exchange', { state: 'EXCHANGING', leaseUntil: 501 }, 'transaction-replayed'],
    ['its exchange ran out of time', { state: 'EXCHANGING', leaseUntil: 500 }, 'exchange-unknown'],
    ['it succeeded', { state: 'DONE' }, 'transaction-replayed'],
    ['it failed', { state: 'FAILED' }, 'transaction-replayed'],
  ] as const)('%s', (_, change, reason) => {
    expect(whyNotClaimable({ ...found, ...change }, asked)).toBe(reason)
  })

  it('tells a stranger that it is a stranger, and nothing about the login', () => {
    expect(whyNotClaimable({ ...found, state: 'DONE', browserHash: 'other' }, asked)).toBe('browser-mismatch')
  })
})

describe('the moves of a login', () => {
  it('end where nothing goes on', () => {
    const origins: readonly string[] = Object.values(moves).flatMap(({ from }) => [...from])
    expect(origins).not.toContain('DONE')
    expect(origins).not.toContain('FAILED')
  })
  it('reach DONE only through the one exchange', () => {
    expect(moves.finish.from).toEqual(['EXCHANGING'])
  })
})
