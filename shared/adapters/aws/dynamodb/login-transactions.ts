import { ConditionalCheckFailedException, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import {
  type CorruptTransaction,
  exchangeLeaseSeconds,
  type LoginTransaction,
  moves,
  type SpentTransaction,
} from '../../../domain/login/transaction.ts'
import { ok, type Result, refused } from '../../../kernel/result.ts'
import type { LoginTransactions, NewLoginTransactions } from '../../../ports/login-transactions.ts'
import { type Store, storeFault } from './store.ts'

const transactionRow = z.object({
  stateHash: z.string(),
  browserHash: z.string(),
  service: z.string(),
  act: z.string(),
  provider: z.string(),
  returnTo: z.string(),
  nonce: z.string().min(1),
  codeVerifier: z.string().min(1),
  redirectUri: z.string(),
  acrValues: z.array(z.string()),
  createdAt: z.number(),
  expiresAt: z.number(),
})

const spentRow = z.object({
  state: z.enum(['PENDING', 'EXCHANGING', 'DONE', 'FAILED']),
  service: z.string(),
  browserHash: z.string(),
  returnTo: z.string(),
  expiresAt: z.number(),
  leaseUntil: z.number().optional(),
})

export const newLoginTransactions = (store: Store): NewLoginTransactions => ({
  begin: async (transaction: LoginTransaction) => {
    try {
      await store.client.send(
        new PutItemCommand({
          TableName: store.tableName('login-transactions'),
          Item: marshall({ ...transaction, state: 'PENDING' }),
          // The second half makes the SDK's own retry harmless: nobody else knows this nonce.
          ConditionExpression: 'attribute_not_exists(stateHash) OR (#state = :pending AND nonce = :nonce)',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: marshall({ ':pending': moves.claim.from[0], ':nonce': transaction.nonce }),
        }),
      )
    } catch (error) {
      throw storeFault(error)
    }
  },
})

/** The moves of `domain/login/transaction.ts` as conditional updates. */
export const loginTransactions = (store: Store): LoginTransactions => ({
  claim: async (stateHash, by) => {
    try {
      const { Attributes } = await store.client.send(
        new UpdateItemCommand({
          TableName: store.tableName('login-transactions'),
          Key: marshall({ stateHash }),
          UpdateExpression: 'SET #state = :to, claimId = :claimId, leaseUntil = :leaseUntil',
          // The second half makes the SDK's own retry harmless: whoever won already, wins again.
          ConditionExpression:
            '(#state = :from AND expiresAt > :now AND service = :service AND browserHash = :browserHash) OR (#state = :to AND claimId = :claimId)',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: marshall({
            ':from': moves.claim.from[0],
            ':to': moves.claim.to,
            ':claimId': by.claimId,
            ':leaseUntil': by.now + exchangeLeaseSeconds,
            ':now': by.now,
            ':service': by.service,
            ':browserHash': by.browserHash,
          }),
          ReturnValues: 'ALL_NEW',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
      )
      return claimed(unmarshall(Attributes ?? {}))
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException)
        return refused(error.Item === undefined ? undefined : spent(unmarshall(error.Item)))
      throw storeFault(error)
    }
  },

  fail: async (stateHash, reason) => {
    try {
      await store.client.send(
        new UpdateItemCommand({
          TableName: store.tableName('login-transactions'),
          Key: marshall({ stateHash }),
          UpdateExpression: 'SET #state = :to, reason = :reason REMOVE nonce, codeVerifier',
          ConditionExpression: '#state IN (:pending, :exchanging)',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: marshall({
            ':to': moves.fail.to,
            ':reason': reason,
            ':pending': moves.fail.from[0],
            ':exchanging': moves.fail.from[1],
          }),
        }),
      )
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw storeFault(error)
    }
  },
})

const claimed = (row: unknown): Result<LoginTransaction, CorruptTransaction> => {
  const read = transactionRow.safeParse(row)
  return read.success ? ok(read.data) : refused(corrupt(read.error))
}

const spent = (row: unknown): SpentTransaction | CorruptTransaction => {
  const read = spentRow.safeParse(row)
  if (!read.success) return corrupt(read.error)
  const { leaseUntil, ...rest } = read.data
  return leaseUntil === undefined ? rest : { ...rest, leaseUntil }
}

/** Names alone: what stands in such a row is nobody's business but the table's. */
const corrupt = ({ issues }: z.ZodError): CorruptTransaction => ({
  corrupt: [...new Set(issues.map(({ path: [column] }) => String(column)))],
})
