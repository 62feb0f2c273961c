import { type JsonObject, objectIn, textIn } from '../wire/json.ts'

/**
 * What an access condition must know of DynamoDB's expressions: the top-level attributes they name, and the value that
 * the partition key is compared with. Nothing is evaluated; the store does that.
 */
const token = /[#:]?[A-Za-z_][A-Za-z0-9_]*|[#:][A-Za-z0-9_]+|<>|<=|>=|[^\s\w]|\d+/g

const words = new Set(['SET', 'REMOVE', 'ADD', 'DELETE', 'AND', 'OR', 'NOT', 'BETWEEN', 'IN'])

const tokensOf = (expression: string): readonly string[] => expression.match(token) ?? []

/** The attributes an expression names at the top of the item; `address.city` names `address`. */
export function attributesIn(expression: string, names: JsonObject): string[] {
  const tokens = tokensOf(expression)
  return tokens.flatMap((each, index) => {
    const isName = /^#?[A-Za-z0-9_]/.test(each) && !/^\d+$/.test(each)
    if (!isName || tokens[index - 1] === '.' || tokens[index + 1] === '(') return []
    if (words.has(each.toUpperCase())) return []
    return [nameOf(each, names)]
  })
}

const nameOf = (written: string, names: JsonObject): string =>
  written.startsWith('#') ? (textIn(names[written]) ?? written) : written

/** The value of the partition key in a key condition: the operand of `key = :value`, in either order. */
export function valueOfKey(key: string, input: JsonObject): unknown {
  const expression = textIn(input['KeyConditionExpression'])
  if (expression === undefined) {
    const legacy = objectIn(objectIn(input['KeyConditions'])[key])
    const list = legacy['AttributeValueList']
    return legacy['ComparisonOperator'] === 'EQ' && Array.isArray(list) ? list[0] : undefined
  }
  const names = objectIn(input['ExpressionAttributeNames'])
  const tokens = tokensOf(expression)
  const at = tokens.findIndex(
    (each, index) => each === '=' && comparesKey(key, names, tokens[index - 1], tokens[index + 1]),
  )
  const operand = [tokens[at - 1], tokens[at + 1]].find((each) => each?.startsWith(':'))
  return operand === undefined ? undefined : objectIn(input['ExpressionAttributeValues'])[operand]
}

function comparesKey(key: string, names: JsonObject, left: string | undefined, right: string | undefined): boolean {
  const sides = [left, right].filter((side) => side !== undefined)
  return (
    sides.some((side) => side.startsWith(':')) &&
    sides.some((side) => !side.startsWith(':') && nameOf(side, names) === key)
  )
}

/** A key value as IAM compares it: the text of a string, number or binary attribute. */
export function textOfValue(value: unknown): string | undefined {
  const { S, N, B } = objectIn(value)
  return textIn(S) ?? textIn(N) ?? textIn(B)
}
