/** JSON as it comes out of a template: nothing is trusted until one of these guards has looked at it. */
export type JsonObject = { readonly [member: string]: unknown }

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {})

export const listOf = (value: unknown): readonly unknown[] => (isList(value) ? value : [])

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
