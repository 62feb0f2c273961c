import { describe, expect, it } from 'vitest'
import { openStore, storeFault } from '../../../../shared/adapters/aws/dynamodb/store.ts'
import { Fault } from '../../../../shared/kernel/fault.ts'

const named = (name: string): Error => Object.assign(new Error('with an item in its words'), { name })

describe('what DynamoDB answers instead of an answer', () => {
  it.each([
    ['ThrottlingException', 'store-unavailable'],
    ['AccessDeniedException', 'store-unavailable'],
    ['ResourceNotFoundException', 'store-unavailable'],
    ['TransactionCanceledException', 'store-unavailable'],
    ['IdempotentParameterMismatchException', 'internal-fault'],
    ['ValidationException', 'internal-fault'],
  ])('%s is told by its name, as %s', (name, code) => {
    expect(storeFault(named(name))).toMatchObject({ code, message: name })
  })

  it('is told without a name where there is none', () => {
    expect(storeFault('gone')).toMatchObject({ code: 'store-unavailable', message: 'unknown' })
  })

  it('a fault stays what it is', () => {
    const fault = new Fault('key-unavailable', 'DisabledException')
    expect(storeFault(fault)).toBe(fault)
  })
})

it('a door has only the tables it was given', () => {
  const store = openStore({ audit: 'the-audit-table' })
  expect(store.tableName('audit')).toBe('the-audit-table')
  expect(() => store.tableName('sessions')).toThrow(Fault)
})
