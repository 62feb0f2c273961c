import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readServices } from '../../infra/services.ts'

const visa: object = JSON.parse(readFileSync('services/visa.json', 'utf8'))
const vocabulary: unknown = JSON.parse(readFileSync('services/vocabulary.json', 'utf8'))
const service = (more: object) => ({ ...visa, client: { id: 'a', relyingPartyId: 'b' }, ...more })

function folder(files: Readonly<Record<string, unknown>>): string {
  const path = mkdtempSync(join(tmpdir(), 'verify-once-services-'))
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(path, name), typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

test('service files are read by id and provider, sorted', () => {
  const path = folder({
    'b.json': service({ id: 'visa', provider: 'first' }),
    'c.json': service({ id: 'clinic', provider: 'second' }),
    'vocabulary.json': vocabulary,
  })
  expect(readServices(path)).toEqual([
    { id: 'clinic', provider: 'second' },
    { id: 'visa', provider: 'first' },
  ])
})

test('a folder without a service is a mistake, not an empty platform', () => {
  expect(() => readServices(folder({ 'vocabulary.json': vocabulary }))).toThrow(/No service file/)
})

test('names of decryption keys are kept in their order, and refused when they are none', () => {
  const client = (decryptionKeys: unknown) =>
    folder({
      'visa.json': service({ client: { id: 'a', relyingPartyId: 'b', encryptedUserInfo: true, decryptionKeys } }),
      'vocabulary.json': vocabulary,
    })
  expect(readServices(client(['2027', 'first']))).toMatchObject([
    { id: 'visa', encryptedUserInfo: true, decryptionKeys: ['2027', 'first'] },
  ])
  for (const wrong of [[], ['a', 'a'], ['A'], [1], 'first', { 0: 'first' }])
    expect(() => readServices(client(wrong))).toThrow(/visa\.json cannot be used:\n {2}client\.decryptionKeys/)
})

test('what the doors would refuse at their start stops the build, all of it at once', () => {
  const { acts, ...rest }: Readonly<Record<string, unknown>> = service({})
  const path = folder({
    'one.json': { ...rest, actz: acts },
    'two.json': service({ id: 'two', retention: 'long' }),
    'vocabulary.json': vocabulary,
  })
  expect(() => readServices(path)).toThrow(
    /one\.json cannot be used:\n {2}actz: .*did you mean "acts"\?\nservices\/two\.json cannot be used:\n {2}retention: found "long"/,
  )
  expect(() => readServices(folder({ 'one.json': '{', 'two.json': ']' }))).toThrow(
    /one\.json cannot be used:\n {2}\(top\): .*expected JSON\nservices\/two\.json/,
  )
  expect(() => readServices(folder({ 'visa.json': visa }))).toThrow(/vocabulary\.json cannot be used/)
})
