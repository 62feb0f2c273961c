import { request } from 'node:http'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms'
import { SignatureV4 } from '@smithy/signature-v4'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Credentials, type RunningAws, startAws } from '../../../sandbox/aws/start.ts'
import { Sha256 } from '../../../sandbox/aws/wire/sha256.ts'
import { allow, kmsClient, place, region, role } from './world.ts'

let aws: RunningAws
let lister: Credentials
beforeAll(async () => {
  aws = await startAws(place)
  lister = aws.addRole(role('lister', allow('kms:ListKeys', '*')))
})
afterAll(async () => aws.close())
beforeEach(() => aws.reset())

describe('the unmodified SDK with', () => {
  const list = (change: Partial<Credentials>) => kmsClient(aws, { ...lister, ...change }).send(new ListKeysCommand({}))

  test('its own credentials is let in', async () => {
    await expect(list({})).resolves.toMatchObject({ Keys: [] })
  })

  test.each<[string, Partial<Credentials>, string]>([
    ['an access key nobody has', { accessKeyId: 'ASIAAAAAAAAAAAAAAAAA' }, 'UnrecognizedClientException'],
    ['another secret', { secretAccessKey: 'guess' }, 'InvalidSignatureException'],
    ['another session token', { sessionToken: 'guess' }, 'UnrecognizedClientException'],
  ])('%s is refused as %s', async (_name, change, expected) => {
    await expect(list(change)).rejects.toMatchObject({ name: expected, $metadata: { httpStatusCode: 400 } })
    expect(aws.counters()).toMatchObject([{ principal: 'unknown', outcome: expected }])
  })

  test('DynamoDB refuses in the same way', async () => {
    const client = new DynamoDBClient({
      endpoint: aws.url,
      region,
      maxAttempts: 1,
      credentials: { accessKeyId: 'AKIAAAAAAAAAAAAAAAAA', secretAccessKey: 'x' },
    })
    await expect(client.send(new ListTablesCommand({}))).rejects.toMatchObject({ name: 'UnrecognizedClientException' })
  })

  test('credentials and endpoint from the environment, as a function has them', async () => {
    const before = { ...process.env }
    Object.assign(process.env, {
      AWS_ENDPOINT_URL: aws.url,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: lister.accessKeyId,
      AWS_SECRET_ACCESS_KEY: lister.secretAccessKey,
      AWS_SESSION_TOKEN: lister.sessionToken,
    })
    try {
      await expect(new KMSClient({}).send(new ListKeysCommand({}))).resolves.toMatchObject({ Keys: [] })
    } finally {
      process.env = before
    }
  })
})

describe('a request altered after it was signed', () => {
  interface Sent {
    headers: Record<string, string>
    body: string
  }

  async function signed(change: { signingDate?: Date; service?: string; unsignable?: string } = {}): Promise<Sent> {
    const body = '{}'
    const signer = new SignatureV4({
      credentials: lister,
      region,
      service: change.service ?? 'kms',
      sha256: Sha256,
    })
    const headers = {
      host: `127.0.0.1:${aws.port}`,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'TrentService.ListKeys',
    }
    const made = await signer.sign(
      { method: 'POST', protocol: 'http:', hostname: '127.0.0.1', path: '/', query: {}, headers, body },
      {
        ...(change.signingDate ? { signingDate: change.signingDate } : {}),
        ...(change.unsignable ? { unsignableHeaders: new Set([change.unsignable]) } : {}),
      },
    )
    return { headers: made.headers, body }
  }

  const send = ({ headers, body }: Sent, path = '/'): Promise<{ status: number; type: unknown; message: unknown }> =>
    new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: aws.port, path, method: 'POST', headers }, (response) => {
        let text = ''
        response.on('data', (chunk) => {
          text += String(chunk)
        })
        response.on('end', () => {
          const read = JSON.parse(text)
          resolve({ status: response.statusCode ?? 0, type: read.__type, message: read.message })
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })

  const invalid = { status: 400, type: 'com.amazon.coral.service#InvalidSignatureException' }

  test('unaltered it passes', async () => {
    expect(await send(await signed())).toMatchObject({ status: 200 })
  })

  test('the body', async () => {
    const sent = await signed()
    expect(await send({ ...sent, body: '{"Limit":1}' })).toMatchObject(invalid)
  })

  test('the operation', async () => {
    const { headers, body } = await signed()
    expect(await send({ headers: { ...headers, 'x-amz-target': 'TrentService.CreateKey' }, body })).toMatchObject(
      invalid,
    )
  })

  test('the operation, when it was never signed', async () => {
    expect(await send(await signed({ unsignable: 'x-amz-target' }))).toMatchObject(invalid)
  })

  test('the path', async () => {
    expect(await send(await signed(), '/other')).toMatchObject(invalid)
  })

  test('the signature itself', async () => {
    const { headers, body } = await signed()
    const authorization = (headers['authorization'] ?? '').replace(/.$/, (last) => (last === '0' ? '1' : '0'))
    expect(await send({ headers: { ...headers, authorization }, body })).toMatchObject(invalid)
  })

  test('the host', async () => {
    const { headers, body } = await signed()
    expect(await send({ headers: { ...headers, host: 'kms.example' }, body })).toMatchObject(invalid)
  })

  test.each([
    ['old', -6, /expired/],
    ['of the future', 6, /not yet current/],
  ])('a signature that is %s by %i minutes', async (_name, minutes, message) => {
    const signingDate = new Date(Date.now() + minutes * 60_000)
    expect(await send(await signed({ signingDate }))).toMatchObject({
      ...invalid,
      message: expect.stringMatching(message),
    })
  })

  test('a signature for another service', async () => {
    expect(await send(await signed({ service: 'dynamodb' }))).toMatchObject(invalid)
  })

  test('no signature, half a signature, no operation, no JSON', async () => {
    const { headers, body } = await signed()
    const { authorization: _gone, ...unsigned } = headers
    expect(await send({ headers: unsigned, body })).toMatchObject({
      type: 'com.amazon.coral.service#MissingAuthenticationTokenException',
    })
    expect(await send({ headers: { ...headers, authorization: 'AWS4-HMAC-SHA256 Credential=x' }, body })).toMatchObject(
      {
        type: 'com.amazon.coral.service#IncompleteSignatureException',
      },
    )
    expect(await send({ headers: { ...headers, 'x-amz-target': 'TrentService.Guess' }, body })).toMatchObject({
      status: 400,
      type: expect.stringContaining('UnknownOperationException'),
    })
  })
})
