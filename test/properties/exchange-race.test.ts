import { paginateScan } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditTrail } from '../../shared/adapters/aws/dynamodb/audit-trail.ts'
import { loginRecords } from '../../shared/adapters/aws/dynamodb/login-records.ts'
import { loginTransactions, newLoginTransactions } from '../../shared/adapters/aws/dynamodb/login-transactions.ts'
import { subjectKeys } from '../../shared/adapters/aws/kms/subject-keys.ts'
import { exchangeLeaseSeconds } from '../../shared/domain/login/transaction.ts'
import { completeLogin } from '../../shared/use-cases/complete-login.ts'
import { startLogin } from '../../shared/use-cases/start-login.ts'
import { type AwsWorld, canRunAws, startAwsWorld } from '../support/aws-world.ts'
import { noon } from '../support/builders.ts'
import { aHouse, beginLogin, type House } from '../support/house.ts'
import { issuer } from '../support/practice-provider.ts'

/** Ten thousand callbacks undisturbed; as each disturbed one waits for the retries of the SDK, there are fewer of those. */
const states = 200
const disturbedStates = Number(process.env['DISTURBED_RACES'] ?? 20)
const callbacks = 50

/** The house whose tables and data key are those of the local AWS, through the adapters that run in production. */
const onAws = ({ store, kms, dataKeyArn }: AwsWorld): House => {
  const house = aHouse()
  const world = {
    ...house.world,
    newLoginTransactions: newLoginTransactions(store),
    loginTransactions: loginTransactions(store),
    loginRecords: loginRecords(store),
    subjectKeys: subjectKeys({ kms, store, dataKeyArn }),
    auditTrail: auditTrail(store),
    clientKey: { keyId: () => 'k', sign: async () => 'signature' },
  }
  return { ...house, startLogin: startLogin(world), completeLogin: completeLogin(world) }
}

const begin = async (house: House) => {
  const begun = await beginLogin(house)
  return {
    state: begun.state,
    comeBack: (traceId: string) =>
      house.completeLogin({
        service: begun.service,
        response: { state: begun.state, code: begun.state, iss: issuer },
        browserSecret: begun.browserSecret,
        lastStateHash: begun.stateHash,
        traceId,
      }),
  }
}
type Begun = Awaited<ReturnType<typeof begin>>

const race = async (house: House, { state, comeBack }: Begun) => {
  const ends = await Promise.all(Array.from({ length: callbacks }, (_, one) => comeBack(`trace-${state}-${one}`)))
  return { exchanges: exchangesOf(house, state), welcomes: ends.filter(isWelcome).length }
}

const exchangesOf = (house: House, state: string): number =>
  house.provider.exchanges.filter((code) => code === state).length

const isWelcome = (end: Awaited<ReturnType<Begun['comeBack']>>): boolean => end.ok && end.value.kind === 'welcome'

/** Errors come before the store is touched, lost answers after it did what was asked. Each mix meets the first calls of a race. */
const errors = ['ThrottlingException', 'ProvisionedThroughputExceededException', 'InternalServerError'] as const
const operations = ['UpdateItem', 'TransactWriteItems', 'GetItem', 'PutItem', undefined] as const
const sprinkle = ({ aws }: AwsWorld, count: number): void => {
  const operation = operations[count % operations.length]
  const what = { service: 'dynamodb', ...(operation === undefined ? {} : { operation }) }
  const error = errors[count % errors.length] ?? 'ThrottlingException'
  aws.faults.next({ ...what, times: 1 + (count % 7), lostAnswer: true })
  aws.faults.next({ ...what, times: 1 + (count % 5), error })
  // Now and then nothing gets through at all, for longer than the SDK is patient.
  if (count % 6 === 5) aws.faults.next({ ...what, times: 200, ...(count % 4 === 1 ? { lostAnswer: true } : { error }) })
}

const rowsOf = async ({ store }: AwsWorld, table: 'login-transactions' | 'sessions' | 'audit') => {
  const rows: Record<string, unknown>[] = []
  const pages = paginateScan({ client: store.client }, { TableName: store.tableName(table), ConsistentRead: true })
  for await (const { Items = [] } of pages) rows.push(...Items.map((item) => unmarshall(item)))
  return rows
}

describe.runIf(canRunAws())('fifty callbacks of one login at once, on DynamoDB', () => {
  let world: AwsWorld
  beforeEach(async () => {
    world = await startAwsWorld()
  })
  afterEach(async () => {
    await world?.close()
  })

  it('exchange once, two hundred times', { timeout: 180_000 }, async () => {
    const house = onAws(world)
    for (let count = 0; count < states; count += 1)
      expect({ count, ...(await race(house, await begin(house))) }).toEqual({ count, exchanges: 1, welcomes: 1 })
    expect(house.provider.exchanges).toHaveLength(states)
  })

  it('never exchange twice while calls are throttled and answers are lost', { timeout: 180_000 }, async () => {
    const house = onAws(world)
    let welcomes = 0
    for (let count = 0; count < disturbedStates; count += 1) {
      const begun = await begin(house)
      sprinkle(world, count)
      const raced = await race(house, begun)
      world.aws.faults.clear()
      expect({ count, twice: raced.exchanges > 1 || raced.welcomes > 1 }).toEqual({ count, twice: false })
      // The lease of an exchange nobody finished runs out; the next visit closes the row, or begins what was never begun.
      house.time.now = noon + (exchangeLeaseSeconds + 1) * 1000
      const last = await begun.comeBack(`trace-${begun.state}-last`)
      house.time.now = noon
      expect({ count, exchanges: exchangesOf(house, begun.state) <= 1 }).toEqual({ count, exchanges: true })
      welcomes += raced.welcomes + (isWelcome(last) ? 1 : 0)
    }
    const rows = await rowsOf(world, 'login-transactions')
    const done = rows.filter(({ state }) => state === 'DONE')
    const completed = (await rowsOf(world, 'audit')).filter(({ event }) => event === 'login-completed')
    expect(rows).toHaveLength(disturbedStates)
    expect(rows.filter(({ state }) => state !== 'DONE' && state !== 'FAILED')).toEqual([])
    expect(rows.filter((row) => 'nonce' in row || 'codeVerifier' in row)).toEqual([])
    expect({ sessions: (await rowsOf(world, 'sessions')).length, completed: completed.length }).toEqual({
      sessions: done.length,
      completed: done.length,
    })
    // A faulty store costs logins, not all of them, and no more is promised than was done.
    expect(welcomes).toBeGreaterThan(disturbedStates / 2)
    expect(welcomes).toBeLessThanOrEqual(done.length)
  })
})
