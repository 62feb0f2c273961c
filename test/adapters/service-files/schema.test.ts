import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { serviceSchema } from '../../../shared/adapters/service-files/schema.ts'

const visa: { readonly client: object } = JSON.parse(readFileSync('services/visa.json', 'utf8'))
const complaint = (client: object): string | undefined =>
  serviceSchema.safeParse({ ...visa, client: { ...visa.client, ...client } }).error?.issues[0]?.message

describe('the names of decryption keys in a service file', () => {
  it('are one, or two while one replaces the other', () => {
    expect(complaint({ decryptionKeys: ['first'] })).toBeUndefined()
    expect(complaint({ decryptionKeys: ['2027', 'first'] })).toBeUndefined()
    expect(complaint({ decryptionKeys: [] })).toBeDefined()
    expect(complaint({ decryptionKeys: ['a', 'b', 'c'] })).toBeDefined()
  })

  it('are different, and plain enough for an alias', () => {
    expect(complaint({ decryptionKeys: ['first', 'first'] })).toMatch(/different/)
    expect(complaint({ decryptionKeys: ['../admin'] })).toMatch(/lower-case/)
  })

  it('make sense only where UserInfo is encrypted', () => {
    expect(complaint({ decryptionKeys: ['first'], encryptedUserInfo: false })).toMatch(/encryptedUserInfo/)
  })
})
