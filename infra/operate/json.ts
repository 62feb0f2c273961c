import { isObject } from '../settings.ts'

export { isObject }

/** Looking into JSON that somebody else wrote: what is not of the expected kind is not there. */
export type JsonObject = Readonly<Record<string, unknown>>

export const memberOf = (object: JsonObject, member: string): unknown =>
  Object.hasOwn(object, member) ? object[member] : undefined

export const textIn = (object: JsonObject, member: string): string | undefined => {
  const value = memberOf(object, member)
  return typeof value === 'string' ? value : undefined
}

/** The texts of a list; `undefined` when the member is no list. */
export const textsIn = (object: JsonObject, member: string): readonly string[] | undefined => {
  const value = memberOf(object, member)
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : undefined
}

export const objectIn = (object: JsonObject, member: string): JsonObject | undefined => {
  const value = memberOf(object, member)
  return isObject(value) ? value : undefined
}
