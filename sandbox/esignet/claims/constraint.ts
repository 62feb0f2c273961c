import { isObject, member } from '../json.ts'

/** Whether a stored text meets a requested `{value}` or `{values}`; null or absent asks for nothing. */
export function meetsValues(constraint: unknown, stored: string | undefined): boolean {
  if (!isObject(constraint)) return true
  const { value, values } = constraint
  if (value !== undefined && value !== stored) return false
  return !Array.isArray(values) || (stored !== undefined && values.includes(stored))
}

/** Whether a time is at most `max_age` seconds before `now`; without `max_age` any time is. */
export function meetsMaxAge(constraint: unknown, time: string, now: Date): boolean {
  const maxAge = member(constraint, 'max_age')
  return typeof maxAge !== 'number' || now.getTime() - Date.parse(time) <= maxAge * 1000
}
