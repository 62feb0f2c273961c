import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  readAuditRootKey,
  readBackendKeys,
  readClientKeys,
  readDataKey,
  readDecryptionKeys,
  readProviders,
  readStage,
  readTables,
  readTokenKey,
} from '../../shared/wiring/environment.ts'

const arn = 'arn:aws:kms:eu-central-1:000000000000:key/11111111-2222-3333-4444-555555555555'
const whole = {
  STAGE: 'prod',
  PUBLIC_URL: 'https://login.example',
  PROBLEM_PAGES_URL: 'https://docs.example/problems/',
  SERVICE_PORTALS: '{"bank":"https://bank.example"}',
  IDENTITY_PROVIDERS: '{"one":{"discovery":"https://one.example/.well-known/openid-configuration","release":"1.8"}}',
  CLIENT_KEYS: JSON.stringify({ bank: arn }),
  DECRYPTION_KEYS: JSON.stringify({ bank: [arn] }),
  BACKEND_KEYS: JSON.stringify({ bank: { keys: [{ kty: 'OKP', crv: 'Ed25519', kid: 'one', x: 'x'.repeat(43) }] } }),
  TOKEN_KEY: arn,
  AUDIT_ROOT_KEY: arn,
  DATA_KEY: arn,
  TABLE_SESSIONS: 'the-sessions',
}
const readers: Readonly<Record<keyof typeof whole, () => unknown>> = {
  STAGE: readStage,
  PUBLIC_URL: readStage,
  PROBLEM_PAGES_URL: readStage,
  SERVICE_PORTALS: readStage,
  IDENTITY_PROVIDERS: readProviders,
  CLIENT_KEYS: readClientKeys,
  DECRYPTION_KEYS: readDecryptionKeys,
  BACKEND_KEYS: readBackendKeys,
  TOKEN_KEY: readTokenKey,
  AUDIT_ROOT_KEY: readAuditRootKey,
  DATA_KEY: readDataKey,
  TABLE_SESSIONS: () => readTables('sessions'),
}

beforeEach(() => {
  for (const [name, value] of Object.entries(whole)) vi.stubEnv(name, value)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

/** Read while a function starts: what is thrown here fails the start, and with it the deployment. */
describe('what a door needs', () => {
  it('is read when it is whole', () => {
    for (const read of Object.values(readers)) expect(read).not.toThrow()
    expect(readTables('sessions')).toEqual({ sessions: 'the-sessions' })
    expect(readClientKeys()).toEqual({ bank: arn })
  })

  it.each(Object.entries(readers))('%s may not be missing', (name, read) => {
    vi.stubEnv(name, undefined)
    expect(read).toThrow(name)
  })

  it.each<[keyof typeof whole, string]>([
    ['STAGE', ''],
    ['PUBLIC_URL', 'https://login.example/'],
    ['PUBLIC_URL', 'login.example'],
    ['PROBLEM_PAGES_URL', 'https://docs.example/problems'],
    ['SERVICE_PORTALS', '{"bank":"http://bank.example"}'],
    ['IDENTITY_PROVIDERS', '{"one":{"discovery":"https://one.example/"}}'],
    ['IDENTITY_PROVIDERS', '{"one":{"discovery":"http://one.example/","release":"1.8"}}'],
    ['IDENTITY_PROVIDERS', '['],
    ['CLIENT_KEYS', '{"bank":"alias/bank"}'],
    ['CLIENT_KEYS', ''],
    ['DECRYPTION_KEYS', '{"bank":[]}'],
    ['DATA_KEY', 'key/one'],
    ['TABLE_SESSIONS', ''],
  ])('%s may not be %j', (name, value) => {
    vi.stubEnv(name, value)
    expect(readers[name]).toThrow(name)
  })
})
