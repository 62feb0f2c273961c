import * as z from 'zod'
import { contextShape } from './question.ts'

const name = z.string().min(1).max(256)
/** Free form in AuthZEN. Nothing here judges them, so whoever sends any is told instead of ignored. */
const noProperties = z.strictObject({}).exactOptional()

/** OpenID AuthZEN Authorization API 1.0 §6.1: who wants to do what to what. */
export const evaluationShape = z.strictObject({
  subject: z.strictObject({
    type: z.literal('person'),
    id: z.string().regex(/^[\x21-\x7e]{1,128}$/),
    properties: noProperties,
  }),
  action: z.strictObject({ name, properties: noProperties }),
  resource: z.strictObject({ type: z.literal('service'), id: name, properties: noProperties }),
  context: contextShape.exactOptional(),
})

/** AuthZEN §10.1.3: a caller's own reference, sent back; what is no plain reference is not. */
export const requestIdOf = (headers: Readonly<Record<string, string | undefined>>): Record<string, string> => {
  const id = headers['x-request-id']
  return id !== undefined && /^[A-Za-z0-9-]{1,64}$/.test(id) ? { 'x-request-id': id } : {}
}
