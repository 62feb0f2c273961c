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
    ['it is in exchange, nobody knows until when', { state: 'EXCHANGING' }, 'transaction-replayed'],
    ['it has one second left', { expiresAt: 501 }, undefined],
    ['it succeeded', { state: 'DONE' }, 'transaction-replayed'],
    ['it succeeded, long ago', { state: 'DONE', leaseUntil: 400 }, 'transaction-replayed'],
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
  it('reach DONE only through the one exchange, which begins once', () => {
    expect(moves.finish).toEqual({ from: ['EXCHANGING'], to: 'DONE' })
    expect(moves.claim).toEqual({ from: ['PENDING'], to: 'EXCHANGING' })
  })
  it('can fail until they end', () => {
    expect(moves.fail).toEqual({ from: ['PENDING', 'EXCHANGING'], to: 'FAILED' })
  })
})
