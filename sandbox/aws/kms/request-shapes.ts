import * as z from 'zod'
import type { JsonObject } from '../wire/json.ts'
import { validation } from '../wire/wire-error.ts'

/** Bytes travel as base64. */
export const blob = (least: number, most: number) =>
  z
    .base64()
    .transform((text) => Buffer.from(text, 'base64'))
    .refine((bytes) => bytes.length >= least && bytes.length <= most, {
      message: `Member must have length between ${least} and ${most}`,
    })

export const keyId = z.string().min(1).max(2048)
export const context = z.record(z.string(), z.string()).default({})
export const tags = z
  .array(z.strictObject({ TagKey: z.string().min(1).max(128), TagValue: z.string().max(256) }))
  .max(50)

/** Reads a request of one operation, or answers ValidationException in KMS's words. */
export function read<Shape extends z.ZodType>(shape: Shape, input: JsonObject): z.infer<Shape> {
  const result = shape.safeParse(input)
  if (result.success) return result.data
  const issues = result.error.issues
  const details = issues.map((issue) => {
    const path = issue.path.map(String).join('.')
    const where = path ? `at '${path.charAt(0).toLowerCase()}${path.slice(1)}' ` : ''
    return `Value ${where}failed to satisfy constraint: ${issue.message}`
  })
  throw validation(`${issues.length} validation error${issues.length > 1 ? 's' : ''} detected: ${details.join('; ')}`)
}
