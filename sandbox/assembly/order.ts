import { attributeTarget, intrinsicIn, substitutions } from './intrinsics.ts'
import { isList, isObject, textOf } from './json.ts'
import { BrokenAssembly } from './problems.ts'
import type { Resource, Template } from './template.ts'

/** Logical ids (and parameter names) that a value points at. */
export const mentions = (value: unknown): readonly string[] => {
  if (isList(value)) return value.flatMap(mentions)
  if (!isObject(value)) return []
  const intrinsic = intrinsicIn(value)
  if (intrinsic === undefined) return Object.values(value).flatMap(mentions)
  const argument = value[intrinsic]
  if (intrinsic === 'Ref') return [textOf(argument)]
  if (intrinsic === 'Fn::GetAtt') return [attributeTarget(argument)[0]]
  if (intrinsic !== 'Fn::Sub') return mentions(argument)
  const text = isList(argument) ? textOf(argument[0]) : textOf(argument)
  const own = isList(argument) && isObject(argument[1]) ? argument[1] : {}
  const outer = substitutions(text).filter((name) => !(name in own))
  return [...outer.map((name) => name.split('.')[0] ?? ''), ...Object.values(own).flatMap(mentions)]
}

/** Resources after everything they mention or depend on. Throws {@link BrokenAssembly} on a circle. */
export const inDependencyOrder = (template: Template): readonly Resource[] => {
  const done = new Map<string, Resource>()
  const open: string[] = []
  const visit = (logicalId: string): void => {
    const resource = template.resources.get(logicalId)
    if (resource === undefined || done.has(logicalId)) return
    if (open.includes(logicalId))
      throw new BrokenAssembly(`Resources depend on each other: ${[...open, logicalId].join(' → ')}`)
    open.push(logicalId)
    for (const before of [...resource.dependsOn, ...mentions(resource.properties)]) visit(before)
    open.pop()
    done.set(logicalId, resource)
  }
  for (const logicalId of template.resources.keys()) visit(logicalId)
  return [...done.values()]
}
