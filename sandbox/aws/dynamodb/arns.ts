import type { RawAnswer } from '../wire/door.ts'
import { type JsonObject, listIn, objectIn } from '../wire/json.ts'

/**
 * The stand-in knows neither our region nor our account and takes no ARN for a table name; callers see only ours.
 * Items are never searched for ARNs: only the members that hold one by definition are rewritten.
 */
const anyRoot = /arn:aws:dynamodb:[^:"]*:\d{12}:/g

export interface ArnTranslation {
  toStore(input: JsonObject): JsonObject
  fromStore(answer: RawAnswer): RawAnswer
}

export function translateArns(root: string): ArnTranslation {
  let storeRoot = root
  const plain = (table: unknown): unknown =>
    typeof table === 'string' && table.startsWith(`${root}table/`) ? table.slice(`${root}table/`.length) : table
  const named = (part: JsonObject): JsonObject =>
    'TableName' in part ? { ...part, TableName: plain(part['TableName']) } : part
  return {
    toStore(input) {
      const items = input['TransactItems']
      const requests = input['RequestItems']
      return {
        ...named(input),
        ...(items === undefined
          ? {}
          : { TransactItems: listIn(items).map((item) => mapValues(objectIn(item), named)) }),
        ...(requests === undefined ? {} : { RequestItems: mapKeys(objectIn(requests), plain) }),
        ...(typeof input['StreamArn'] === 'string' ? { StreamArn: input['StreamArn'].replace(root, storeRoot) } : {}),
      }
    },
    fromStore(answer) {
      const text = answer.body.toString('utf8')
      storeRoot = text.match(anyRoot)?.[0] ?? storeRoot
      return { status: answer.status, body: Buffer.from(text.replace(anyRoot, root), 'utf8') }
    },
  }
}

const mapValues = (from: JsonObject, change: (value: JsonObject) => JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(from).map(([name, value]) => [name, change(objectIn(value))]))

const mapKeys = (from: JsonObject, change: (key: string) => unknown): JsonObject =>
  Object.fromEntries(Object.entries(from).map(([name, value]) => [String(change(name)), value]))
