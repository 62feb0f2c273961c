import { EsignetError } from '../esignet-error.ts'
import type { ExpiringMap } from '../expiring-map.ts'
import { type Call, headerOf } from '../http/call.ts'
import { isText, type JsonObject } from '../json.ts'
import type { Transaction } from './transaction.ts'

/**
 * The transaction the headers name, if they also know what the oauth-details answer said.
 * @throws EsignetError `invalid_transaction` (unknown, expired, or in another step), `invalid_request` (wrong hash)
 */
export function transactionOfHeaders<T extends Transaction>(call: Call, store: ExpiringMap<T>): T {
  const transaction = store.get(headerOf(call, 'oauth-details-key') ?? '')
  if (!transaction) throw new EsignetError('invalid_transaction')
  if (headerOf(call, 'oauth-details-hash') !== transaction.detailsHash) throw new EsignetError('invalid_request')
  return transaction
}

/** The body names its transaction again. @throws EsignetError `invalid_transaction` */
export function transactionOfBody<T extends Transaction>(body: JsonObject, store: ExpiringMap<T>): T {
  const transaction = isText(body.transactionId) ? store.get(body.transactionId) : undefined
  if (!transaction) throw new EsignetError('invalid_transaction')
  return transaction
}
