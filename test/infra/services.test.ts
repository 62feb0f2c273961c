import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readServices } from '../../infra/services.ts'

function folder(files: Readonly<Record<string, unknown>>): string {
  const path = mkdtempSync(join(tmpdir(), 'verify-once-services-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), JSON.stringify(content))
  return path
}

test('service files are read by id and provider, sorted; other JSON is passed over', () => {
  const path = folder({
    'b.json': { id: 'visa', provider: 'p', name: 'Visa' },
    'c.json': { id: 'clinic', provider: 'q' },
    'vocabulary.json': { ladders: {} },
  })
  expect(readServices(path)).toEqual([
    { id: 'clinic', provider: 'q' },
    { id: 'visa', provider: 'p' },
  ])
})

test('a folder without a service is a mistake, not an empty platform', () => {
  expect(() => readServices(folder({ 'vocabulary.json': {} }))).toThrow(/No service file/)
})

test('names of decryption keys are kept in their order, and refused when they are none', () => {
  const client = (decryptionKeys: unknown) =>
    folder({ 'visa.json': { id: 'visa', provider: 'p', client: { encryptedUserInfo: true, decryptionKeys } } })
  expect(readServices(client(['2027', 'first']))).toEqual([
    { id: 'visa', provider: 'p', encryptedUserInfo: true, decryptionKeys: ['2027', 'first'] },
  ])
  for (const wrong of [[], ['a', 'a'], ['A'], [1], 'first', { 0: 'first' }])
    expect(() => readServices(client(wrong))).toThrow(/decryptionKeys of visa/)
})
