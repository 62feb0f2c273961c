import { shapeProblems } from './check-shape.ts'
import { conditionProblems, valueProblems } from './check-values.ts'
import { intrinsicIn } from './intrinsics.ts'
import { isObject, textOf } from './json.ts'
import { knownTypes } from './known/index.ts'
import { object } from './known/shape.ts'
import type { Assembly, Stack } from './manifest.ts'
import { type Unknown, UnknownInAssembly } from './problems.ts'
import type { Resource } from './template.ts'

const knownSections = new Set([
  'AWSTemplateFormatVersion',
  'Description',
  'Metadata',
  'Parameters',
  'Mappings',
  'Conditions',
  'Rules',
  'Resources',
  'Outputs',
])

/** Retention and replacement rules matter when a stack is updated or deleted; here a world is only ever made. */
const knownMembers = new Set([
  'Type',
  'Properties',
  'Metadata',
  'DependsOn',
  'Condition',
  'DeletionPolicy',
  'UpdateReplacePolicy',
])

/** CDK's check that an account was bootstrapped; there is no account here. */
const knownRules = new Set(['CheckBootstrapVersion'])

const resourceProblems = (resource: Resource, stack: Stack): readonly string[] => {
  const members = resource.members
    .filter((name) => !knownMembers.has(name))
    .map((name) => `${name} is not known on a resource`)
  const condition = resource.condition
  const missing =
    condition === undefined || stack.template.conditions.has(condition) ? [] : [`condition ${condition} is not there`]
  const type = knownTypes.get(resource.type)
  if (type === undefined) return [...members, ...missing, `resource type ${resource.type} is not known`]
  const shape = shapeProblems(resource.properties, object(type.properties), '').map(
    (problem) => `${resource.type}: ${problem}`,
  )
  return [...members, ...missing, ...shape, ...valueProblems(resource.properties, stack.template)]
}

const exportProblems = (output: unknown): readonly string[] =>
  isObject(output)
    ? Object.keys(output)
        .filter((name) => !['Value', 'Export', 'Description', 'Condition'].includes(name))
        .map((name) => `${name} is not known on an output`)
    : []

const parameterProblems = (parameter: unknown): readonly string[] =>
  isObject(parameter) && parameter['Default'] === undefined ? ['a parameter without a default has no value here'] : []

const stackUnknowns = (stack: Stack): readonly Unknown[] => {
  const { template } = stack
  const at = (where: string, problems: readonly string[], path?: string): readonly Unknown[] =>
    problems.map((what) => ({ stack: stack.name, where, what, ...(path === undefined ? {} : { path }) }))
  return [
    ...at(
      'template',
      template.sections.filter((name) => !knownSections.has(name)).map((name) => `section ${name} is not known`),
    ),
    ...[...template.rules.keys()]
      .filter((name) => !knownRules.has(name))
      .flatMap((name) => at(name, ['this rule is not known'])),
    ...[...template.parameters].flatMap(([name, value]) => at(name, parameterProblems(value))),
    ...[...template.conditions].flatMap(([name, value]) => at(name, conditionProblems(value, template))),
    ...[...template.resources.values()].flatMap((resource) =>
      at(resource.logicalId, resourceProblems(resource, stack), resource.path),
    ),
    ...[...template.outputs].flatMap(([name, value]) =>
      at(name, [...exportProblems(value), ...valueProblems(value, template)]),
    ),
  ]
}

/** `Fn::ImportValue` must find an export of a stack before it. */
const importUnknowns = (assembly: Assembly): readonly Unknown[] => {
  const exported = new Set<string>()
  return assembly.stacks.flatMap((stack) => {
    const problems = [...stack.template.resources.values()].flatMap((resource) =>
      importsIn(resource.properties)
        .filter((name) => !exported.has(name))
        .map((name) => ({
          stack: stack.name,
          where: resource.logicalId,
          what: `imports ${name}, which no earlier stack exports`,
        })),
    )
    for (const output of stack.template.outputs.values()) {
      const name = isObject(output['Export']) ? output['Export']['Name'] : undefined
      if (typeof name === 'string') exported.add(name)
    }
    return problems
  })
}

const importsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(importsIn)
  if (!isObject(value)) return []
  if (intrinsicIn(value) === 'Fn::ImportValue' && typeof value['Fn::ImportValue'] === 'string')
    return [textOf(value['Fn::ImportValue'])]
  return Object.values(value).flatMap(importsIn)
}

/** Everything in the assembly that this world cannot act out, in one list. */
export const unknownsIn = (assembly: Assembly): readonly Unknown[] => [
  ...assembly.unknowns,
  ...assembly.stacks.flatMap(stackUnknowns),
  ...importUnknowns(assembly),
]

/** Throws {@link UnknownInAssembly} unless every resource, property and intrinsic is known. */
export const requireKnown = (assembly: Assembly): void => {
  const unknowns = unknownsIn(assembly)
  if (unknowns.length > 0) throw new UnknownInAssembly(unknowns)
}
