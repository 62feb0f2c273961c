import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb'
import type { Json } from '../../../kernel/canonical-json.ts'
import { plainAttributes } from './plain-row.ts'

/** Everything that lies in a table under one day, in the order of its sort key, as it lies there: for whoever verifies it. */
export async function* wholeDay(
  client: DynamoDBClient,
  tableName: string,
  day: string,
): AsyncGenerator<Record<string, Json>> {
  const query = {
    TableName: tableName,
    KeyConditionExpression: '#day = :day',
    ExpressionAttributeNames: { '#day': 'day' },
    ExpressionAttributeValues: { ':day': { S: day } },
    ConsistentRead: true,
  }
  for await (const { Items = [] } of paginateQuery({ client }, query))
    for (const item of Items) yield plainAttributes(item)
}
