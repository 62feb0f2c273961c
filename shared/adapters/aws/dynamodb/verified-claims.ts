import { type AttributeValue, paginateQuery } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { VerifiedClaimsStore } from '../../../ports/verified-claims.ts'
import { isVerifiedFact, loginFact, loginRow, ownerOf, plainFact, plainRow, sealedClaimsRow } from './rows.ts'
import { type Store, storeFault } from './store.ts'

export const verifiedClaims = (store: Store): VerifiedClaimsStore => ({
  of: async (service, subject, now) => {
    try {
      const rows = await query(store, ownerOf(service, subject), now)
      const plain = rows.find((row) => row['fact'] === plainFact)
      const login = rows.find((row) => row['fact'] === loginFact)
      return {
        verified: rows
          .filter(({ fact }) => typeof fact === 'string' && isVerifiedFact(fact))
          .map((row) => sealedClaimsRow.parse(row))
          .sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1)),
        ...(plain === undefined ? {} : { plain: plainRow.parse(plain) }),
        ...(login === undefined ? {} : { lastLogin: loginRow.parse(login) }),
      }
    } catch (error) {
      throw storeFault(error)
    }
  },
})

const query = async (store: Store, owner: string, now: number): Promise<Record<string, unknown>[]> => {
  const found: Record<string, AttributeValue>[] = []
  const pages = paginateQuery(
    { client: store.client },
    {
      TableName: store.tableName('verified-claims'),
      KeyConditionExpression: '#owner = :owner',
      // Expiry by DynamoDB may lag two days, so it is a condition of every read.
      FilterExpression: 'expiresAt > :now',
      ExpressionAttributeNames: { '#owner': 'owner' },
      ExpressionAttributeValues: marshall({ ':owner': owner, ':now': now }),
      ConsistentRead: true,
    },
  )
  for await (const page of pages) found.push(...(page.Items ?? []))
  return found.map((item) => unmarshall(item))
}
