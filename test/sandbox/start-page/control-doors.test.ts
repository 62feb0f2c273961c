import { describe, expect, it } from 'vitest'
import type { Failing } from '../../../sandbox/faults/failing.ts'
import { controlGet, controlPost } from '../../../sandbox/start-page/control-doors.ts'

describe('the practice doors for what breaks', () => {
  let done: readonly unknown[] = []
  const note =
    (what: string) =>
    async (...given: readonly unknown[]): Promise<void> => {
      done = [...done, [what, ...given]]
    }
  const failing: Failing = {
    faults: [],
    begin: note('begin'),
    stop: () => undefined,
    begun: () => undefined,
    controls: {
      fail: note('fail'),
      met: () => 3,
      stopFailing: () => undefined,
      setClock: (ahead) => void note('clock')(ahead),
      alterRow: note('row'),
      runSchedule: async (name: string) => name === 'seal-audit',
      renew: note('renew'),
      kill: note('kill'),
      setEsignetListening: note('listening'),
    },
  }
  const post = async (path: string, body: unknown) => {
    done = []
    return (await controlPost(path, body, failing))?.status
  }

  it('let the calls of one door about one table, or with one key, fail', async () => {
    const faults = [
      { service: 'dynamodb', door: 'login', table: 'audit', error: 'InternalServerError', times: 3 },
      { service: 'kms', key: 'visa/client-assertion', error: 'DisabledException', times: 1 },
    ]
    expect(await post('/practice/faults', { faults })).toBe(200)
    expect(done).toEqual([['fail', faults]])
    expect(controlGet('/practice/faults', failing)?.body).toBe('{"met":3}')
  })

  it('change a row, or delete it', async () => {
    const row = { table: 'login-transactions', key: { stateHash: 'a' } }
    expect(await post('/practice/rows', { ...row, set: { expiresAt: 1 } })).toBe(200)
    expect(done).toEqual([['row', { ...row, set: { expiresAt: 1 }, remove: [], gone: false }]])
    expect(await post('/practice/rows', { ...row, gone: true })).toBe(200)
    expect(done).toEqual([['row', { ...row, set: {}, remove: [], gone: true }]])
  })

  it.each([
    ['/practice/clock', { functions: 60 }, ['clock', { functions: 60, esignet: 0 }]],
    ['/practice/functions', { end: 'when-idle' }, ['renew']],
    ['/practice/functions', { end: 'at-once' }, ['kill']],
    ['/practice/esignet', { listening: false }, ['listening', false]],
  ])('%s takes %j', async (path, body, expected) => {
    expect(await post(path, body)).toBe(200)
    expect(done).toEqual([expected])
  })

  it.each([
    ['/practice/faults', { faults: [{ service: 's3', times: 1 }] }],
    ['/practice/faults', { faults: [{ service: 'kms', times: 0, error: 'DisabledException' }] }],
    ['/practice/faults', { faults: [{ service: 'kms', times: 1, tabel: 'audit' }] }],
    ['/practice/rows', { table: 'sessions' }],
    ['/practice/functions', { end: 'sometime' }],
    ['/practice/esignet', {}],
  ])('%s refuses %j', async (path, body) => {
    expect(await post(path, body)).toBe(400)
    expect(done).toEqual([])
  })

  it('know no other door', async () => {
    expect(await controlPost('/practice/moon', {}, failing)).toBeUndefined()
    expect(controlGet('/practice/moon', failing)).toBeUndefined()
  })
})
