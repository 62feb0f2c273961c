import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newLoginTransactions } from '../../../shared/adapters/aws/dynamodb/login-transactions.ts'
import { clientKey } from '../../../shared/adapters/aws/kms/client-key.ts'
import { openKms } from '../../../shared/adapters/aws/kms/keys.ts'
import { type AwsWorld, canRunAws, startAwsWorld } from '../../support/aws-world.ts'
import { aLogin } from '../../support/builders.ts'

describe.runIf(canRunAws())('an answer of AWS that does not come', () => {
  let world: AwsWorld
  beforeAll(async () => {
    world = await startAwsWorld()
  })
  afterAll(async () => {
    await world?.close()
  })
  beforeEach(() => {
    world.aws.faults.clear()
    world.aws.reset()
  })
  const answered = (operation: string) => world.aws.counters().filter((call) => call.operation === operation)

  it('is not waited for: KMS is asked again', async () => {
    world.aws.faults.next({ service: 'kms', operation: 'Sign', delay: 8_000, times: 1 })
    await clientKey(openKms(), { visa: world.clientKeyArn }).sign('visa', 'PS256', 'a.b')
    expect(answered('Sign')).toEqual([expect.objectContaining({ outcome: 'ok', count: 1 })])
    expect(world.aws.faults.met()).toBe(1)
  })

  it('is not waited for: DynamoDB is asked again', async () => {
    world.aws.faults.next({ service: 'dynamodb', operation: 'PutItem', delay: 8_000, times: 1 })
    await newLoginTransactions(world.store).begin(aLogin({ stateHash: 'slow' }))
    expect(answered('PutItem')).toEqual([expect.objectContaining({ outcome: 'ok', count: 1 })])
    expect(world.aws.faults.met()).toBe(1)
  })
})
