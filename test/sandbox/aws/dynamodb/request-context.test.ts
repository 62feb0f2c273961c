import { expect, test } from 'vitest'
import { attributesOf, touchOfItem, touchOfQuery } from '../../../../sandbox/aws/dynamodb/request-context.ts'

const keys = { partitionKey: 'pk', sortKey: 'sk', indexPartitionKeys: new Map([['by-holder', 'holder']]) }
const values = { ':v': { S: 'asha' }, ':w': { S: 'ravi' } }

test.each([
  ['pk = :v', {}],
  [':v = pk AND sk > :w', {}],
  ['sk = :w AND #p = :v', { '#p': 'pk' }],
  ['begins_with(sk, :w) and (pk=:v)', {}],
])('the leading key of %s is read', (KeyConditionExpression, ExpressionAttributeNames) => {
  const input = { KeyConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues: values }
  expect(touchOfQuery(input, keys).leadingKeys).toEqual(['asha'])
})

test.each(['pk BETWEEN :v AND :w', 'sk = :v', 'pk = sk', 'pk > :v', 'pk = :absent', ''])(
  'a query whose leading key cannot be read (%s) is refused, because an absent key would satisfy ForAllValues',
  (KeyConditionExpression) => {
    const input = { KeyConditionExpression, ExpressionAttributeValues: values }
    expect(() => touchOfQuery(input, keys)).toThrow(expect.objectContaining({ code: 'ValidationException' }))
    expect(() => touchOfItem({ Key: { sk: { S: '1' } } }, keys)).toThrow(/key element/)
  },
)

test('an index has its own leading key, and numbers and bytes are keys too', () => {
  const input = { IndexName: 'by-holder', KeyConditionExpression: 'holder = :v', ExpressionAttributeValues: values }
  expect(touchOfQuery(input, keys).leadingKeys).toEqual(['asha'])
  expect(touchOfItem({ Key: { pk: { N: '7' } } }, keys).leadingKeys).toEqual(['7'])
  expect(touchOfItem({ Item: { pk: { B: 'AA==' } } }, keys).leadingKeys).toEqual(['AA=='])
  const legacy = { KeyConditions: { pk: { ComparisonOperator: 'EQ', AttributeValueList: [{ S: 'asha' }] } } }
  expect(touchOfQuery(legacy, keys).leadingKeys).toEqual(['asha'])
})

test('attributes: the top of every path, without functions, words, values and indexes', () => {
  const part = {
    Key: { pk: { S: 'a' } },
    UpdateExpression:
      'SET #n.first = if_not_exists(level, :v), tags[0] = :w REMOVE old ADD times :one DELETE marks :set',
    ConditionExpression: 'attribute_exists(seen) AND NOT (size(notes) < :v OR at BETWEEN :v AND :w) AND kind IN (:v)',
    ProjectionExpression: 'address.city, #n',
    ExpressionAttributeNames: { '#n': 'name' },
    Expected: { epoch: {} },
    AttributesToGet: ['extra'],
  }
  expect(new Set(attributesOf(part))).toEqual(
    new Set('pk name level tags old times marks seen notes at kind address epoch extra'.split(' ')),
  )
})
