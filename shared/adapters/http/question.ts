import * as z from 'zod'

/** Names of circumstances are those of the acts in the service files; values are compared and kept nowhere. */
export const contextShape = z
  .record(z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/), z.union([z.string().max(256), z.number(), z.boolean()]))
  .refine((context) => Object.keys(context).length <= 32, 'at most 32 circumstances')

/** What a back end sends to be told a decision. */
export const questionShape = z.strictObject({
  subject: z
    .string()
    .regex(/^[\x21-\x7e]{1,128}$/)
    .meta({ description: 'As the session door calls the person.' }),
  act: z.string().min(1).max(64).meta({ description: 'An act in the service file.' }),
  context: contextShape.exactOptional(),
})
