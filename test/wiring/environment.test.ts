import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readStage } from '../../shared/wiring/environment.ts'

const whole = {
  STAGE: 'prod',
  PUBLIC_URL: 'https://login.example',
  PROBLEM_PAGES_URL: 'https://docs.example/problems/',
  SERVICE_PORTALS: '{"bank":"https://bank.example"}',
}

beforeEach(() => {
  for (const [name, value] of Object.entries(whole)) vi.stubEnv(name, value)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

describe('the environment of a function', () => {
  it('says where it is', () => {
    expect(readStage()).toEqual({
      stage: 'prod',
      publicUrl: 'https://login.example',
      problemPages: 'https://docs.example/problems/',
      portals: { bank: 'https://bank.example' },
    })
  })

  it.each([
    ['NODE_TLS_REJECT_UNAUTHORIZED', '0'],
    ['NODE_OPTIONS', '--tls-min-v1.0'],
    ['NODE_OPTIONS', '--enable-source-maps --tls-min-v1.1'],
    ['NODE_OPTIONS', '--insecure-http-parser'],
  ])('may not weaken TLS or HTTP: with %s=%s nothing starts', (name, value) => {
    vi.stubEnv(name, value)
    expect(readStage).toThrow(name)
  })

  it.each([
    ['NODE_TLS_REJECT_UNAUTHORIZED', '1'],
    ['NODE_OPTIONS', '--enable-source-maps --tls-min-v1.3'],
  ])('may say of Node what it likes otherwise: %s=%s', (name, value) => {
    vi.stubEnv(name, value)
    expect(readStage().stage).toBe('prod')
  })

  it('is refused whole, with every name that is wrong', () => {
    vi.stubEnv('PUBLIC_URL', 'http://login.example')
    vi.stubEnv('SERVICE_PORTALS', 'no JSON')
    expect(readStage).toThrow(/PUBLIC_URL: .*\nSERVICE_PORTALS: not JSON/)
  })
})
