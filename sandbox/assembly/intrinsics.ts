import { isList, isObject, type JsonObject, listOf, objectOf, textOf } from './json.ts'

/** What a resource turned into here: the value of `Ref` and those of `Fn::GetAtt`. */
export interface Physical {
  readonly ref: string
  readonly attributes: JsonObject
}

/** Everything an intrinsic may look at while one stack is being resolved. */
export interface Scope {
  readonly stackName: string
  readonly region: string
  readonly accountId: string
  readonly parameters: ReadonlyMap<string, unknown>
  readonly mappings: JsonObject
  readonly conditions: ReadonlyMap<string, boolean>
  readonly resources: ReadonlyMap<string, Physical>
  readonly exports: ReadonlyMap<string, unknown>
}

/** `AWS::NoValue`: the member that holds it is as if it had never been written. */
export const noValue: unique symbol = Symbol('AWS::NoValue')

/** An intrinsic pointed at something that is not there. The checks before the start make this a bug, not a surprise. */
export class Unresolvable extends Error {}

const fail = (message: string): never => {
  throw new Unresolvable(message)
}

export const pseudoParameters = [
  'AWS::Region',
  'AWS::AccountId',
  'AWS::Partition',
  'AWS::URLSuffix',
  'AWS::StackName',
  'AWS::StackId',
  'AWS::NoValue',
] as const

const pseudo = (name: string, scope: Scope): unknown => {
  if (name === 'AWS::Region') return scope.region
  if (name === 'AWS::AccountId') return scope.accountId
  if (name === 'AWS::Partition') return 'aws'
  if (name === 'AWS::URLSuffix') return 'amazonaws.com'
  if (name === 'AWS::StackName') return scope.stackName
  if (name === 'AWS::StackId') {
    return `arn:aws:cloudformation:${scope.region}:${scope.accountId}:stack/${scope.stackName}/practice`
  }
  return name === 'AWS::NoValue' ? noValue : undefined
}

const ref = (name: string, scope: Scope): unknown =>
  pseudo(name, scope) ??
  scope.resources.get(name)?.ref ??
  scope.parameters.get(name) ??
  fail(`Ref ${name}: no such thing`)

const attribute = (logicalId: string, name: string, scope: Scope): unknown =>
  scope.resources.get(logicalId)?.attributes[name] ?? fail(`Fn::GetAtt ${logicalId}.${name}: no such thing`)

/** `["Id", "Attribute"]` or `"Id.Attribute"`; attribute names may hold dots themselves. */
export const attributeTarget = (argument: unknown): readonly [string, string] => {
  if (isList(argument)) return [textOf(argument[0]), argument.slice(1).map(textOf).join('.')]
  const text = textOf(argument)
  const dot = text.indexOf('.')
  return [text.slice(0, dot), text.slice(dot + 1)]
}

/** The `${…}` of a `Fn::Sub`, without the escaped `${!…}`. */
export const substitutions = (text: string): readonly string[] =>
  [...text.matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, name]) => name ?? '')

const substitute = (argument: unknown, scope: Scope): string => {
  const text = isList(argument) ? textOf(argument[0]) : textOf(argument)
  const own = isList(argument) ? objectOf(resolve(argument[1], scope)) : {}
  const named = (name: string): unknown => {
    if (name in own) return own[name]
    return name.includes('.') ? attribute(...attributeTarget(name), scope) : ref(name, scope)
  }
  return text.replace(/\$\{([^}]+)\}/g, (_, name: string) =>
    name.startsWith('!') ? `\${${name.slice(1)}}` : String(named(name)),
  )
}

const findInMap = (argument: unknown, scope: Scope): unknown => {
  const [map, first, second] = listOf(argument).map((part) => textOf(resolve(part, scope)))
  const found = objectOf(objectOf(scope.mappings[map ?? ''])[first ?? ''])[second ?? '']
  return found ?? fail(`Fn::FindInMap ${map}.${first}.${second}: no such thing`)
}

const functions: Readonly<Record<string, (argument: unknown, scope: Scope) => unknown>> = {
  Ref: (argument, scope) => ref(textOf(argument), scope),
  'Fn::GetAtt': (argument, scope) => attribute(...attributeTarget(argument), scope),
  'Fn::Join': (argument, scope) => {
    const [separator, parts] = listOf(argument)
    return listOf(resolve(parts, scope)).map(String).join(textOf(separator))
  },
  'Fn::Sub': substitute,
  'Fn::Split': (argument, scope) => {
    const [separator, text] = listOf(argument)
    return textOf(resolve(text, scope)).split(textOf(separator))
  },
  'Fn::Select': (argument, scope) => {
    const [index, list] = listOf(argument)
    return listOf(resolve(list, scope))[Number(resolve(index, scope))] ?? fail('Fn::Select: no such element')
  },
  'Fn::If': (argument, scope) => {
    const [condition, yes, no] = listOf(argument)
    return resolve(scope.conditions.get(textOf(condition)) ? yes : no, scope)
  },
  'Fn::FindInMap': findInMap,
  'Fn::ImportValue': (argument, scope) => {
    const name = textOf(resolve(argument, scope))
    return scope.exports.get(name) ?? fail(`Fn::ImportValue ${name}: no stack exports it`)
  },
}

/** Condition functions, legal inside `Conditions` only. */
export const conditionFunctions = ['Fn::Equals', 'Fn::And', 'Fn::Or', 'Fn::Not', 'Condition'] as const

export const valueFunctions: readonly string[] = Object.keys(functions)

/** The single key of `{ "Ref": … }` or `{ "Fn::…": … }`, or nothing when this is plain data. */
export const intrinsicIn = (value: unknown): string | undefined => {
  if (!isObject(value)) return undefined
  const names = Object.keys(value)
  const name = names[0]
  return names.length === 1 && name !== undefined && (name === 'Ref' || name.startsWith('Fn::')) ? name : undefined
}

/** Replaces every intrinsic in `value`. Throws {@link Unresolvable} when one points at nothing. */
export const resolve = (value: unknown, scope: Scope): unknown => {
  const intrinsic = intrinsicIn(value)
  if (intrinsic !== undefined && isObject(value)) {
    const apply = functions[intrinsic] ?? fail(`${intrinsic} is not known here`)
    return apply(value[intrinsic], scope)
  }
  if (isList(value)) return value.map((part) => resolve(part, scope)).filter((part) => part !== noValue)
  if (!isObject(value)) return value
  const resolved = Object.entries(value).map(([name, part]) => [name, resolve(part, scope)] as const)
  return Object.fromEntries(resolved.filter(([, part]) => part !== noValue))
}
