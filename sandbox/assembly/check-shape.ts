import { intrinsicIn } from './intrinsics.ts'
import { isList, isObject } from './json.ts'
import type { Shape } from './known/shape.ts'

const isNoValue = (value: unknown): boolean => isObject(value) && value['Ref'] === 'AWS::NoValue'

const branches = (value: unknown): readonly unknown[] | undefined => {
  const intrinsic = intrinsicIn(value)
  if (intrinsic !== 'Fn::If' || !isObject(value)) return undefined
  const argument = value[intrinsic]
  return isList(argument) ? argument.slice(1) : []
}

const literal = (value: unknown): string => JSON.stringify(value) ?? 'nothing'

const objectProblems = (value: unknown, members: Readonly<Record<string, Shape>>, at: string): readonly string[] => {
  if (!isObject(value)) return [`${at} is not an object`]
  return Object.entries(value).flatMap(([name, part]) => {
    const shape = members[name]
    return shape === undefined
      ? [`property ${at === '' ? '' : `${at}.`}${name} is not known`]
      : shapeProblems(part, shape, at === '' ? name : `${at}.${name}`)
  })
}

/**
 * What in `value` lies outside `shape`, in words; empty when nothing does. Runs before anything is resolved, so a
 * structure hidden behind an intrinsic other than `Fn::If` is reported: nobody could say what is in it.
 */
export const shapeProblems = (value: unknown, shape: Shape, at: string): readonly string[] => {
  if (shape.kind === 'anything' || isNoValue(value)) return []
  const choices = branches(value)
  if (choices !== undefined) return choices.flatMap((choice) => shapeProblems(choice, shape, at))
  const hidden = intrinsicIn(value)
  if (shape.kind === 'text') {
    if (hidden !== undefined || (typeof value === 'string' && shape.pattern.test(value))) return []
    return [`${at} is ${literal(value)}, known is ${shape.expected}`]
  }
  if (hidden !== undefined) return [`${at} is computed by ${hidden}, so what it holds cannot be checked`]
  if (shape.kind === 'one-of') {
    const values: readonly unknown[] = shape.values
    return values.includes(value) ? [] : [`${at} is ${literal(value)}, known: ${shape.values.map(literal).join(', ')}`]
  }
  if (shape.kind === 'object') return objectProblems(value, shape.members, at)
  if (!isList(value)) return [`${at} is not a list`]
  return value.flatMap((part, index) => shapeProblems(part, shape.of, `${at}[${index}]`))
}
