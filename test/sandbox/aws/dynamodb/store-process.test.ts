import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { GetItemCommand, ListTablesCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import {
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GetPublicKeyCommand,
} from '@aws-sdk/client-kms'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findStore } from '../../../../sandbox/aws/dynamodb/find-store.ts'
import { endStrays, writeDown } from '../../../../sandbox/aws/dynamodb/strays.ts'
import { startAws } from '../../../../sandbox/aws/start.ts'
import { dynamodbClient, kmsClient, place } from '../world.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-once-test-'))
})
afterAll(async () => rm(folder, { recursive: true, force: true }))

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function gone(pid: number): Promise<boolean> {
  for (let waited = 0; waited < 100 && isAlive(pid); waited++) await wait(50)
  return !isAlive(pid)
}

test('after close nothing runs and nothing listens', async () => {
  const aws = await startAws(place)
  const pid = aws.storePid ?? 0
  expect(isAlive(pid)).toBe(true)
  await dynamodbClient(aws).send(new ListTablesCommand({}))
  await aws.close()
  expect(isAlive(pid)).toBe(false)
  await expect(fetch(aws.url)).rejects.toThrow()
})

test('a port that is taken is an error that leaves no child behind', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await expect(startAws({ ...place, port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  server.close()
})

test('keys, aliases and items are there again after a restart with the same folder, and only its owner can read the keys', async () => {
  const dataDir = join(folder, 'kept')
  const first = await startAws({ ...place, dataDir })
  const before = kmsClient(first)
  await first.createTable({ name: 'kept', partitionKey: 'id', timeToLive: 'expiresAt' })
  await dynamodbClient(first).send(new PutItemCommand({ TableName: 'kept', Item: { id: { S: 'a' } } }))
  const signing = await before.send(new CreateKeyCommand({ KeySpec: 'RSA_2048', KeyUsage: 'SIGN_VERIFY' }))
  await before.send(new CreateAliasCommand({ AliasName: 'alias/sig', TargetKeyId: signing.KeyMetadata?.KeyId }))
  const data = await before.send(new CreateKeyCommand({ Description: 'data' }))
  const sealed = await before.send(
    new EncryptCommand({ KeyId: data.KeyMetadata?.KeyId, Plaintext: Buffer.from('kept') }),
  )
  const publicKey = await before.send(new GetPublicKeyCommand({ KeyId: 'alias/sig' }))
  await first.close()
  expect((await stat(join(dataDir, 'kms.json'))).mode & 0o777).toBe(0o600)

  const second = await startAws({ ...place, dataDir })
  const after = kmsClient(second)
  expect((await after.send(new GetPublicKeyCommand({ KeyId: 'alias/sig' }))).PublicKey).toEqual(publicKey.PublicKey)
  const opened = await after.send(new DecryptCommand({ CiphertextBlob: sealed.CiphertextBlob }))
  expect(Buffer.from(opened.Plaintext ?? []).toString()).toBe('kept')
  const described = await after.send(new DescribeKeyCommand({ KeyId: data.KeyMetadata?.KeyId }))
  expect(described.KeyMetadata).toEqual(data.KeyMetadata)
  const item = await dynamodbClient(second).send(new GetItemCommand({ TableName: 'kept', Key: { id: { S: 'a' } } }))
  expect(item.Item).toEqual({ id: { S: 'a' } })
  expect(second.administrator).not.toEqual(first.administrator)
  await second.close()
})

test('without a folder nothing is written and nothing is remembered', async () => {
  const first = await startAws(place)
  await first.createTable({ name: 'forgotten', partitionKey: 'id' })
  await first.close()
  const second = await startAws(place)
  expect((await dynamodbClient(second).send(new ListTablesCommand({}))).TableNames).toEqual([])
  await second.close()
})

describe('a parent that ends without closing', () => {
  /** A program that starts the data plane, says its child's id and waits to be ended; bundled, as a real caller is. */
  async function startParent(): Promise<{ parent: ReturnType<typeof spawn>; child: number }> {
    const entry = join(folder, 'parent.ts')
    const bundle = join(folder, 'parent.mjs')
    const start = JSON.stringify(join(process.cwd(), 'sandbox/aws/start.ts'))
    await writeFile(
      entry,
      `import { startAws } from ${start}
       const aws = await startAws(${JSON.stringify(place)})
       process.stdout.write(String(aws.storePid) + '\\n')
       setInterval(() => {}, 1000)
       process.on('message', () => process.exit(3))`,
    )
    await build({
      entryPoints: [entry],
      outfile: bundle,
      bundle: true,
      platform: 'node',
      format: 'esm',
      nodePaths: [join(process.cwd(), 'node_modules')],
      banner: { js: "import { createRequire as r } from 'node:module'; const require = r(import.meta.url)" },
      logLevel: 'silent',
    })
    const parent = spawn(process.execPath, [bundle], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
    const [said] = await once(parent.stdout ?? parent, 'data')
    return { parent, child: Number(String(said)) }
  }

  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('by %s takes its child with it', async (signal) => {
    const { parent, child } = await startParent()
    expect(isAlive(child)).toBe(true)
    const ended = once(parent, 'exit')
    parent.kill(signal)
    expect(await ended).toEqual([null, signal])
    expect(await gone(child)).toBe(true)
  })

  test('by process.exit takes its child with it', async () => {
    const { parent, child } = await startParent()
    const ended = once(parent, 'exit')
    parent.send('exit')
    expect(await ended).toEqual([3, null])
    expect(await gone(child)).toBe(true)
  })

  test('by SIGKILL: the child is gone at the latest when the next one starts', async () => {
    const { parent, child } = await startParent()
    const ended = once(parent, 'exit')
    parent.kill('SIGKILL')
    await ended
    const next = await startAws(place)
    expect(await gone(child)).toBe(true)
    await next.close()
  })
})

describe('strays', () => {
  const source = findStore(process.env)
  const program = source.kind === 'program' ? source.path : ''
  const deadParent = async (): Promise<number> => {
    const short = spawn(process.execPath, ['-e', ''])
    await once(short, 'exit')
    return short.pid ?? 0
  }

  test('a child whose parent is gone is ended; one whose parent lives, and a stranger with its number, are not', async () => {
    // Below the ports that the system gives to outgoing connections: one of those may be taken at any moment.
    const run = (port: number) => spawn(program, ['serve', '--port', String(port)], { stdio: 'ignore' })
    const [orphan, kept] = [run(27_811), run(27_812)]
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore' })
    const parent = await deadParent()
    const note = (child: number | undefined, port: number, of: number) =>
      writeDown({ parent: of, child: child ?? 0, program, port })
    note(orphan.pid, 27_811, parent)
    note(kept.pid, 27_812, process.pid)
    note(stranger.pid, 27_813, parent)
    const orphanEnded = once(orphan, 'exit')
    endStrays()
    await orphanEnded
    expect([isAlive(kept.pid ?? 0), isAlive(stranger.pid ?? 0)]).toEqual([true, true])
    const rest = Promise.all([once(kept, 'exit'), once(stranger, 'exit')])
    kept.kill('SIGKILL')
    stranger.kill('SIGKILL')
    await rest
    note(kept.pid, 27_812, parent)
    endStrays()
  })
})

describe('where the stand-in comes from', () => {
  test('the environment first, then the platform package', () => {
    expect(findStore({ DYNAMODB_ENDPOINT: 'http://127.0.0.1:8000' })).toEqual({
      kind: 'endpoint',
      url: new URL('http://127.0.0.1:8000'),
    })
    const found = findStore({})
    expect(found.kind === 'program' && existsSync(found.path)).toBe(true)
  })

  test('one that already runs is used and left running', async () => {
    const first = await startAws(place)
    const calls: string[] = []
    const front = createServer((request, response) => {
      calls.push(String(request.headers['x-amz-target']))
      response.end('{"TableNames":["from-elsewhere"]}')
    }).listen(0, '127.0.0.1')
    await once(front, 'listening')
    const address = front.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const second = await startAws({ ...place, environment: { DYNAMODB_ENDPOINT: `http://127.0.0.1:${port}` } })
    expect(second.storePid).toBeUndefined()
    const { TableNames } = await dynamodbClient(second).send(new ListTablesCommand({}))
    expect(TableNames).toEqual(['from-elsewhere'])
    expect(calls).toEqual(['DynamoDB_20120810.ListTables'])
    await second.close()
    front.close()
    await first.close()
  })
})
