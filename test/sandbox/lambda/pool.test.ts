import { afterEach, describe, expect, it } from 'vitest'
import type { RunningFunction } from '../../../sandbox/lambda/pool.ts'
import { running } from '../fixtures/functions.ts'

const open: RunningFunction[] = []
const start = (...args: Parameters<typeof running>) => {
  const started = running(...args)
  open.push(started.door)
  return started
}
afterEach(() => Promise.all(open.splice(0).map((door) => door.close())))

const payload = async (door: RunningFunction, event: unknown = {}): Promise<unknown> => {
  const result = await door.invoke(event)
  if (!result.ok) throw new Error(`${result.error.errorType}: ${result.error.errorMessage}`)
  return JSON.parse(result.payload)
}

describe('a function', () => {
  it('answers by the promise it returns', async () => {
    const { door } = start('exports.handler = async (event) => ({ got: event.a })')
    expect(await payload(door, { a: 1 })).toEqual({ got: 1 })
  })

  it('answers by its callback', async () => {
    const { door } = start('exports.handler = (event, context, callback) => setTimeout(() => callback(null, event), 1)')
    expect(await payload(door, { b: 2 })).toEqual({ b: 2 })
  })

  it('is loaded once and reused while warm', async () => {
    const { door } = start('let calls = 0; exports.handler = async () => ++calls')
    expect([await payload(door), await payload(door), await payload(door)]).toEqual([1, 2, 3])
    expect(door.statistics()).toEqual({ invocations: 3, coldStarts: 1, errors: 0 })
  })

  it('gets more workers under parallel calls, but never more than the bound, and every call is answered', async () => {
    const source =
      'let busy = 0; exports.handler = async () => { busy += 1; if (busy > 1) throw new Error("two at once"); await new Promise((r) => setTimeout(r, 5)); busy -= 1; return "ok" }'
    const { door } = start(source, {}, 4)
    const answers = await Promise.all(Array.from({ length: 50 }, () => payload(door)))
    expect(answers).toEqual(Array.from({ length: 50 }, () => 'ok'))
    expect(door.statistics().coldStarts).toBeLessThanOrEqual(4)
    expect(door.statistics().coldStarts).toBeGreaterThan(1)
  })

  it('sees the environment it was given and nothing of the host', async () => {
    process.env['HOST_SECRET'] = 'x'
    const { door } = start('exports.handler = async () => process.env', { environment: { STAGE: 'practice' } })
    expect(await payload(door)).toEqual({ STAGE: 'practice' })
  })

  it('cannot change the environment of the host', async () => {
    const { door } = start('exports.handler = async () => { process.env.LEAK = "1" }')
    await payload(door)
    expect(process.env['LEAK']).toBeUndefined()
  })

  it('knows its context', async () => {
    const source = `exports.handler = async (event, context) => ({ ...context, left: context.getRemainingTimeInMillis() })`
    const { door } = start(source, { timeoutSeconds: 7 })
    expect(await payload(door)).toMatchObject({
      functionName: 'door',
      functionVersion: '$LATEST',
      invokedFunctionArn: 'arn:aws:lambda:eu-central-1:000000000000:function:door',
      memoryLimitInMB: '128',
      logGroupName: '/aws/lambda/door',
      awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      left: expect.toSatisfy((left: number) => left > 0 && left <= 7000),
    })
  })

  it('writes log lines under the request they belong to', async () => {
    const source =
      'console.log("while loading"); exports.handler = async (e, c) => { console.log("hello\\nworld"); console.error("bad"); return c.awsRequestId }'
    const { door, logs } = start(source)
    const requestId = await payload(door)
    expect(logs.last().map(({ text, requestId: id }) => [text, id])).toEqual([
      ['while loading', undefined],
      ['hello', requestId],
      ['world', requestId],
      ['bad', requestId],
    ])
  })
})

describe('a function that fails', () => {
  it('reports what it threw in the Lambda error shape', async () => {
    const { door } = start('exports.handler = async () => { throw new TypeError("no") }')
    expect(await door.invoke({})).toMatchObject({
      ok: false,
      error: { errorType: 'TypeError', errorMessage: 'no', trace: expect.any(Array) },
    })
  })

  it('reports an error given to the callback', async () => {
    const { door } = start('exports.handler = (e, c, callback) => callback(new Error("cb"))')
    expect(await door.invoke({})).toMatchObject({ ok: false, error: { errorType: 'Error', errorMessage: 'cb' } })
  })

  it('is killed at its timeout and starts afresh', async () => {
    const { door } = start('let n = 0; exports.handler = async (e) => { n += 1; if (e.hang) for (;;); return n }', {
      timeoutSeconds: 1,
    })
    expect(await payload(door, {})).toBe(1)
    expect(await door.invoke({ hang: true })).toMatchObject({
      ok: false,
      error: {
        errorType: 'Sandbox.Timedout',
        errorMessage: expect.stringContaining('Task timed out after 1.00 seconds'),
      },
    })
    expect(await payload(door, {})).toBe(1)
  })

  it('is killed when it wants more memory than it has, and starts afresh', async () => {
    const { door } = start(
      'exports.handler = async (e) => { const all = []; while (e.greedy) all.push(new Array(10000).fill(all.length)); return "modest" }',
      { timeoutSeconds: 20 },
    )
    expect(await door.invoke({ greedy: true })).toMatchObject({
      ok: false,
      error: { errorType: 'Runtime.OutOfMemory' },
    })
    expect(await payload(door)).toBe('modest')
  })

  it('cannot end the host by process.exit', async () => {
    const { door } = start('exports.handler = async (e) => { if (e.exit) process.exit(3); return 1 }')
    expect(await door.invoke({ exit: true })).toMatchObject({ ok: false, error: { errorType: 'Runtime.ExitError' } })
    expect(await payload(door)).toBe(1)
  })

  it('reports a bundle that cannot be loaded, at every call', async () => {
    const { door } = start('throw new Error("not wired")')
    for (let call = 0; call < 2; call += 1) {
      expect(await door.invoke({})).toMatchObject({ ok: false, error: { errorMessage: 'not wired' } })
    }
  })

  it('reports a missing handler', async () => {
    const { door } = start('exports.other = 1')
    expect(await door.invoke({})).toMatchObject({ ok: false, error: { errorType: 'Runtime.HandlerNotFound' } })
  })

  it('may not answer more than 6 MB', async () => {
    const { door } = start('exports.handler = async () => "x".repeat(6 * 1024 * 1024)')
    expect(await door.invoke({})).toMatchObject({ ok: false, error: { errorType: 'Function.ResponseSizeTooLarge' } })
  })

  it('answers no call after it was closed', async () => {
    const { door } = start('exports.handler = async () => 1', {}, 1)
    const first = door.invoke({})
    const queued = door.invoke({})
    await door.close()
    expect((await Promise.all([first, queued])).map(({ ok }) => ok)).toEqual([false, false])
    expect(await door.invoke({})).toMatchObject({ ok: false })
  })
})
