import { attributeTarget, intrinsicIn, pseudoParameters, substitutions, valueFunctions } from './intrinsics.ts'
import { isList, isObject, textOf } from './json.ts'
import { knownTypes } from './known/index.ts'
import type { Template } from './template.ts'

const refProblems = (name: string, template: Template): readonly string[] => {
  const known: readonly string[] = pseudoParameters
  if (known.includes(name) || template.resources.has(name) || template.parameters.has(name)) return []
  return [`Ref ${name} points at nothing known`]
}

const attributeProblems = (argument: unknown, template: Template): readonly string[] => {
  const [logicalId, attribute] = attributeTarget(argument)
  const resource = template.resources.get(logicalId)
  if (resource === undefined) return [`Fn::GetAtt ${logicalId}.${attribute} points at nothing`]
  const known = knownTypes.get(resource.type)
  // A type that is not known is already on the list; its attributes would only repeat it.
  if (known === undefined || known.attributes.includes(attribute)) return []
  return [`attribute ${attribute} of ${resource.type} is not known (Fn::GetAtt ${logicalId})`]
}

const subProblems = (argument: unknown, template: Template): readonly string[] => {
  const own = isList(argument) && isObject(argument[1]) ? argument[1] : {}
  const names = substitutions(isList(argument) ? textOf(argument[0]) : textOf(argument)).filter(
    (name) => !(name in own),
  )
  const inner = Object.values(own).flatMap((part) => valueProblems(part, template))
  return [
    ...names.flatMap((name) => (name.includes('.') ? attributeProblems(name, template) : refProblems(name, template))),
    ...inner,
  ]
}

/** Intrinsics in `value` that are not known, or that point at nothing this template holds. */
export const valueProblems = (value: unknown, template: Template): readonly string[] => {
  if (isList(value)) return value.flatMap((part) => valueProblems(part, template))
  if (!isObject(value)) return []
  const intrinsic = intrinsicIn(value)
  if (intrinsic === undefined) return Object.values(value).flatMap((part) => valueProblems(part, template))
  const argument = value[intrinsic]
  if (!valueFunctions.includes(intrinsic)) return [`intrinsic ${intrinsic} is not known`]
  if (intrinsic === 'Ref') return refProblems(textOf(argument), template)
  if (intrinsic === 'Fn::GetAtt') return attributeProblems(argument, template)
  if (intrinsic === 'Fn::Sub') return subProblems(argument, template)
  if (intrinsic !== 'Fn::If') return valueProblems(argument, template)
  const [condition, ...choices] = isList(argument) ? argument : []
  const missing = template.conditions.has(textOf(condition))
    ? []
    : [`Fn::If names condition ${textOf(condition)}, which is not there`]
  return [...missing, ...valueProblems(choices, template)]
}

/** The same for an expression inside `Conditions`, where the condition functions are legal too. */
export const conditionProblems = (value: unknown, template: Template): readonly string[] => {
  if (!isObject(value)) return ['a condition must be a function']
  const [name, argument] = Object.entries(value)[0] ?? ['', undefined]
  const parts = isList(argument) ? argument : []
  if (name === 'Condition')
    return template.conditions.has(textOf(argument)) ? [] : [`condition ${textOf(argument)} is not there`]
  if (name === 'Fn::Equals') return valueProblems(parts, template)
  if (name === 'Fn::And' || name === 'Fn::Or' || name === 'Fn::Not') {
    return parts.flatMap((part) => conditionProblems(part, template))
  }
  return [`condition function ${name} is not known`]
}
