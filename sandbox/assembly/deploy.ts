import { evaluateConditions } from './conditions.ts'
import { type Physical, resolve, type Scope } from './intrinsics.ts'
import { isObject, type JsonObject, objectOf, textOf } from './json.ts'
import type { Assembly, Stack } from './manifest.ts'
import { inDependencyOrder } from './order.ts'
import type { Template } from './template.ts'

/** One resource, its properties resolved, ready to be made. */
export interface ToMake {
  readonly stack: Stack
  readonly logicalId: string
  readonly type: string
  readonly path?: string
  readonly properties: JsonObject
}

/** Makes one resource here and says what `Ref` and `Fn::GetAtt` of it are. */
export type Maker = (resource: ToMake) => Promise<Physical> | Physical

export interface Place {
  readonly region: string
  readonly accountId: string
}

export interface Deployed {
  /** Stack name → output name → value. */
  readonly outputs: ReadonlyMap<string, ReadonlyMap<string, unknown>>
}

const defaults = (template: Template): ReadonlyMap<string, unknown> =>
  new Map([...template.parameters].map(([name, body]) => [name, body['Default']]))

const outputsOf = (template: Template, scope: Scope, exports: Map<string, unknown>): ReadonlyMap<string, unknown> => {
  const outputs = new Map<string, unknown>()
  for (const [name, body] of template.outputs) {
    const condition = textOf(body['Condition'])
    if (condition !== '' && scope.conditions.get(condition) !== true) continue
    const value = resolve(body['Value'], scope)
    outputs.set(name, value)
    if (isObject(body['Export'])) exports.set(textOf(resolve(objectOf(body['Export'])['Name'], scope)), value)
  }
  return outputs
}

const deployStack = async (stack: Stack, place: Place, exports: Map<string, unknown>, make: Maker) => {
  const { template } = stack
  const resources = new Map<string, Physical>()
  const bare: Scope = {
    ...place,
    stackName: stack.name,
    parameters: defaults(template),
    mappings: template.mappings,
    conditions: new Map(),
    resources,
    exports,
  }
  const scope: Scope = { ...bare, conditions: evaluateConditions(template.conditions, bare) }
  for (const { logicalId, type, path, condition, properties } of inDependencyOrder(template)) {
    if (condition !== undefined && scope.conditions.get(condition) !== true) continue
    const resolved = objectOf(resolve(properties, scope))
    resources.set(
      logicalId,
      await make({ stack, logicalId, type, properties: resolved, ...(path === undefined ? {} : { path }) }),
    )
  }
  return outputsOf(template, scope, exports)
}

/**
 * Walks the stacks in order and their resources in dependency order, resolves every property, and has each resource made.
 * The assembly must have passed `requireKnown`. Errors of a maker come through as they are.
 */
export const deployAssembly = async (assembly: Assembly, place: Place, make: Maker): Promise<Deployed> => {
  const exports = new Map<string, unknown>()
  const outputs = new Map<string, ReadonlyMap<string, unknown>>()
  for (const stack of assembly.stacks) outputs.set(stack.name, await deployStack(stack, place, exports, make))
  return { outputs }
}
