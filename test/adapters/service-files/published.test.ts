import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { publishedSchemas } from '../../../shared/adapters/service-files/published.ts'

type Schema = Readonly<Record<string, unknown>>
const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

test.each(Object.entries(publishedSchemas()))('docs/schema/%s is what the rules give', (name, text) => {
  // Otherwise: npm run -s verify-once -- schema --to docs/schema
  expect(readFileSync(`docs/schema/${name}`, 'utf8')).toBe(text)
})

test('every file of services/ leads editors to its schema', () => {
  for (const name of readdirSync('services')) {
    const { $schema } = JSON.parse(readFileSync(`services/${name}`, 'utf8'))
    expect($schema).toBe(`../docs/schema/${name === 'vocabulary.json' ? name : 'service.json'}`)
  }
})

describe('the schema of service files', () => {
  const schema: Schema = JSON.parse(publishedSchemas()['service.json'] ?? '')
  /** Every object schema and the members it names. */
  const objects = (at: unknown): readonly Schema[] => {
    if (Array.isArray(at)) return at.flatMap(objects)
    if (!isSchema(at)) return []
    return [...(isSchema(at['properties']) ? [at] : []), ...Object.values(at).flatMap(objects)]
  }

  it('is of draft 2020-12', () => {
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema')
  })

  it('allows no member it does not name, except in keys and conditional parts', () => {
    for (const object of objects(schema)) {
      const { properties, additionalProperties } = object
      const isKey = isSchema(properties) && 'kty' in properties
      const isCondition = !('type' in object)
      if (!isKey && !isCondition) expect(additionalProperties).toBe(false)
    }
  })

  it('explains every member of a service and of an act in words', () => {
    const members = (at: unknown): readonly [string, unknown][] =>
      isSchema(at) && isSchema(at['properties']) ? Object.entries(at['properties']) : []
    const acts = members(schema).find(([name]) => name === 'acts')?.[1]
    const act = isSchema(acts) ? acts['additionalProperties'] : undefined
    const untold = [...members(schema), ...members(act)].filter(
      ([, at]) => !isSchema(at) || (at['title'] === undefined && members(at).length === 0),
    )
    expect(members(act).map(([name]) => name)).toEqual(['authentication', 'claims', 'accept', 'risk', 'reuse'])
    expect(untold.map(([name]) => name)).toEqual([])
  })

  it('says of every duration what it looks like', () => {
    const retention = isSchema(schema['properties']) ? schema['properties']['retention'] : undefined
    const pattern = new RegExp(isSchema(retention) ? String(retention['pattern']) : '')
    for (const good of ['PT30M', 'P1Y', 'P1Y2M3W4DT5H6M7S']) expect(good).toMatch(pattern)
    for (const bad of ['P', 'PT', '30M', 'P1H', 'PT1D']) expect(bad).not.toMatch(pattern)
  })
})
