import {
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { moves } from '../../../domain/login/transaction.ts'
import { sha256 } from '../../../kernel/sha256.ts'
import type { LoginRecord, LoginRecords } from '../../../ports/login-records.ts'
import { auditRow, lastLoginRow, plainClaimsRow, sessionPointerRow, verifiedClaimsRow } from './rows.ts'
import { type Store, storeFault } from './store.ts'
import type { TableName } from './tables.ts'

export const loginRecords = (store: Store): LoginRecords => ({
  keep: async (record) => {
    try {
      await store.client.send(
        new TransactWriteItemsCommand({
          TransactItems: [finishTransaction(store, record), subjectKey(store, record), ...facts(store, record)],
          // Repeating the same write after an ambiguous answer is recognised; at most 36 characters.
          ClientRequestToken: sha256(`${record.stateHash} ${record.newSubjectKey ?? ''}`).slice(0, 36),
        }),
      )
      return 'kept'
    } catch (error) {
      return whatWasRefused(error)
    }
  },
})

/** The first item is the transaction, the second the subject's key, new or still there: see the order in `keep`. */
const whatWasRefused = (error: unknown): 'subject-key-raced' | 'not-exchanging' => {
  const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : []
  if (reasons[0]?.Code === 'ConditionalCheckFailed') return 'not-exchanging'
  if (reasons[1]?.Code === 'ConditionalCheckFailed') return 'subject-key-raced'
  throw storeFault(error)
}

const finishTransaction = (store: Store, { stateHash }: LoginRecord): TransactWriteItem => ({
  Update: {
    TableName: store.tableName('login-transactions'),
    Key: marshall({ stateHash }),
    UpdateExpression: 'SET #state = :to REMOVE nonce, codeVerifier',
    ConditionExpression: '#state = :from',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: marshall({ ':from': moves.finish.from[0], ':to': moves.finish.to }),
  },
})

/** A key that went away while the login was under way is an erased person: nothing is kept under a key that is gone. */
const subjectKey = (store: Store, { newSubjectKey, session: { service, subject } }: LoginRecord): TransactWriteItem =>
  newSubjectKey === undefined
    ? {
        ConditionCheck: {
          TableName: store.tableName('subject-keys'),
          Key: marshall({ subject }),
          ConditionExpression: 'attribute_exists(subject)',
        },
      }
    : put(store, 'subject-keys', { subject, service, wrapped: newSubjectKey }, 'attribute_not_exists(subject)')

const facts = (store: Store, record: LoginRecord): TransactWriteItem[] => {
  const { session, verifiedClaims, plainClaims, audit, keyId, keepUntil } = record
  return [
    put(store, 'sessions', session, 'attribute_not_exists(sessionHash)'),
    put(store, 'audit', auditRow(audit), 'attribute_not_exists(entry)'),
    put(store, 'verified-claims', lastLoginRow(session, keyId, keepUntil)),
    put(store, 'verified-claims', sessionPointerRow(session)),
    ...verifiedClaims.map((claims) => put(store, 'verified-claims', verifiedClaimsRow(claims, keepUntil))),
    ...(Object.keys(plainClaims).length === 0
      ? []
      : [
          put(
            store,
            'verified-claims',
            plainClaimsRow(session.service, session.subject, { values: plainClaims, keyId }, keepUntil),
          ),
        ]),
  ]
}

const put = (store: Store, table: TableName, item: object, condition?: string): TransactWriteItem => ({
  Put: {
    TableName: store.tableName(table),
    Item: marshall(item, { removeUndefinedValues: true }),
    ...(condition === undefined ? {} : { ConditionExpression: condition }),
  },
})
