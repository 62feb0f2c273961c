import { serviceSchema, vocabularySchema } from './schema.ts'
import { jsonSchemaOf } from './schema-at.ts'

/** File name → text of what is published in `docs/schema`: JSON Schema, draft 2020-12, made from the rules themselves. */
export const publishedSchemas = (): Readonly<Record<string, string>> => ({
  'service.json': textOf(jsonSchemaOf(serviceSchema)),
  'vocabulary.json': textOf(jsonSchemaOf(vocabularySchema)),
})

const textOf = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`
