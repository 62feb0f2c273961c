import { isObject, type JsonObject, listOf, objectOf, textOf } from './json.ts'

/** One entry of a template's `Resources`, as written, intrinsics unresolved. */
export interface Resource {
  readonly logicalId: string
  readonly type: string
  readonly properties: JsonObject
  readonly dependsOn: readonly string[]
  readonly condition?: string
  /** Construct path from CDK's metadata. */
  readonly path?: string
  /** Names of the members written beside `Type` and `Properties`. */
  readonly members: readonly string[]
}

/** A CloudFormation template, opened but not resolved. */
export interface Template {
  readonly sections: readonly string[]
  readonly resources: ReadonlyMap<string, Resource>
  readonly outputs: ReadonlyMap<string, JsonObject>
  readonly parameters: ReadonlyMap<string, JsonObject>
  readonly conditions: ReadonlyMap<string, unknown>
  readonly mappings: JsonObject
  readonly rules: ReadonlyMap<string, unknown>
}

const dependencies = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : listOf(value).map(textOf)

const resourceOf = (logicalId: string, value: unknown): Resource => {
  const body = objectOf(value)
  const path = objectOf(body['Metadata'])['aws:cdk:path']
  return {
    logicalId,
    type: textOf(body['Type']),
    properties: objectOf(body['Properties']),
    dependsOn: dependencies(body['DependsOn']),
    ...(typeof body['Condition'] === 'string' ? { condition: body['Condition'] } : {}),
    ...(typeof path === 'string' ? { path } : {}),
    members: Object.keys(body),
  }
}

const objectEntries = (value: unknown): ReadonlyMap<string, JsonObject> =>
  new Map(Object.entries(objectOf(value)).map(([name, body]) => [name, objectOf(body)]))

/** Opens a parsed template file. Says `undefined` when it is not a template at all. */
export const openTemplate = (value: unknown): Template | undefined => {
  if (!isObject(value) || !isObject(value['Resources'])) return undefined
  return {
    sections: Object.keys(value),
    resources: new Map(Object.entries(value['Resources']).map(([id, body]) => [id, resourceOf(id, body)])),
    outputs: objectEntries(value['Outputs']),
    parameters: objectEntries(value['Parameters']),
    conditions: new Map(Object.entries(objectOf(value['Conditions']))),
    mappings: objectOf(value['Mappings']),
    rules: new Map(Object.entries(objectOf(value['Rules']))),
  }
}
