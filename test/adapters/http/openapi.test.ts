import { describe, expect, test } from 'vitest'
import { functions } from '../../../functions/index.ts'
import { openApi } from '../../../shared/adapters/http/openapi.ts'
import { refusals } from '../../../shared/kernel/codes.ts'

const description = openApi('http://localhost:4301')

/** Doors that are no part of it: for browsers, whose addresses nobody programs against, or described by a standard. */
const elsewhere = [
  'GET /{service}/login',
  'GET /{service}/callback',
  'GET /{service}/session',
  'POST /oauth/token',
  'GET /.well-known/oauth-authorization-server',
  'GET /.well-known/jwks.json',
  'GET /health',
  'GET /openapi.json',
]

test('docs/openapi.json is what the doors parse with', async () => {
  // Otherwise: npx vitest run test/adapters/http/openapi.test.ts --update
  await expect(`${JSON.stringify(description, null, 2)}\n`).toMatchFileSnapshot(`${process.cwd()}/docs/openapi.json`)
})

test('every door for back ends is described, and no other', () => {
  const described = Object.entries(description.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const routes = Object.values(functions).map(({ route }) => String(route))
  expect(described.sort()).toEqual(routes.filter((route) => !elsewhere.includes(route)).sort())
})

describe('what it refers to', () => {
  const text = JSON.stringify(description)

  test('is there', () => {
    const referred = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name)
    expect(new Set(referred)).toEqual(new Set(Object.keys(description.components.schemas)))
  })

  test('are refusals with the status under which they stand', () => {
    const told = Object.values(description.paths).flatMap((operations) =>
      Object.values(operations).flatMap(({ responses }) => Object.entries(Object(responses))),
    )
    for (const [status, response] of told) {
      if (status === '200') continue
      const codes = String(Object(response).description).split(', ')
      const known = Object.entries(refusals).filter(([code]) => codes.includes(code))
      expect(known).toHaveLength(codes.length)
      for (const [, refusal] of known) expect(String(refusal.status)).toBe(status)
    }
  })

  test('refuses members nobody knows', () => {
    expect(description.components.schemas['Question']).toMatchObject({
      type: 'object',
      required: ['subject', 'act'],
      additionalProperties: false,
    })
  })
})
