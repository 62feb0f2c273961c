import * as z from 'zod'
import type { Path } from './mistake.ts'

type JsonSchema = Readonly<Record<string, unknown>>

/**
 * The JSON Schema of a schema: what is published for editors, and what a refusal looks things up in. Draft 2020-12; of what
 * a file may hold before defaults and transformations, of which there are none.
 */
export const jsonSchemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' })

/** Which members an object may have at this place; of alternatives, those of each. */
export const membersAt = (schema: z.ZodType, path: Path): readonly string[] => [
  ...new Set(placesAt(schema, path).flatMap(({ properties }) => (isSchema(properties) ? Object.keys(properties) : []))),
]

/** The first example that the schema gives for this place, as JSON. */
export const exampleAt = (schema: z.ZodType, path: Path): string | undefined => {
  const [example] = placesAt(schema, path).flatMap(({ examples }): unknown[] =>
    Array.isArray(examples) ? examples : [],
  )
  return example === undefined ? undefined : JSON.stringify(example)
}

const placesAt = (schema: z.ZodType, path: Path): readonly JsonSchema[] =>
  path.reduce<readonly JsonSchema[]>(
    (places, part) => places.flatMap((place) => next(place, part)),
    alternatives(jsonSchemaOf(schema)),
  )

const next = (place: JsonSchema, part: PropertyKey): readonly JsonSchema[] => {
  if (typeof part === 'number') return alternatives(place['items'])
  const { properties, additionalProperties } = place
  if (isSchema(properties) && Object.hasOwn(properties, part)) return alternatives(Reflect.get(properties, part))
  return alternatives(additionalProperties)
}

const alternatives = (place: unknown): readonly JsonSchema[] => {
  if (!isSchema(place)) return []
  const several = [place['anyOf'], place['oneOf']].flatMap((list): unknown[] => (Array.isArray(list) ? list : []))
  return [place, ...several.flatMap(alternatives)]
}

const isSchema = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
