import { Agent, request } from 'node:http'
import type { RawAnswer } from '../wire/door.ts'
import { isJsonObject, type JsonObject, objectIn } from '../wire/json.ts'

export type ApiName = 'DynamoDB_20120810' | 'DynamoDBStreams_20120810'

export interface StoreClient {
  /** Sends one call to the stand-in and returns its answer as it came. */
  forward(api: ApiName, operation: string, input: JsonObject): Promise<RawAnswer>
  /** The same for the practice world's own questions: the answer's members, or an error for anything but 200. */
  ask(operation: string, input: JsonObject): Promise<JsonObject>
  close(): void
}

/**
 * The stand-in wants a signed request but does not check it, so callers' credentials stop at the endpoint: here a fixed
 * local identity is named. The input is serialised anew, so that what was authorised is what is carried out, even if the
 * body that came in said a member twice.
 */
export function connectStore(url: URL): StoreClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const forward = (api: ApiName, operation: string, input: JsonObject): Promise<RawAnswer> =>
    post(url, agent, `${api}.${operation}`, Buffer.from(JSON.stringify(input), 'utf8'))
  return {
    forward,
    async ask(operation, input) {
      const answer = await forward('DynamoDB_20120810', operation, input)
      const body: unknown = JSON.parse(answer.body.toString('utf8'))
      if (answer.status !== 200) throw new StoreRefusal(operation, objectIn(body))
      return isJsonObject(body) ? body : {}
    },
    close: () => agent.destroy(),
  }
}

/** The stand-in answered the practice world's own question with an error. */
export class StoreRefusal extends Error {
  readonly type: string

  constructor(operation: string, body: JsonObject) {
    super(`${operation}: ${String(body['__type'])} ${String(body['message'])}`)
    this.type = String(body['__type']).replace(/^.*#/, '')
  }
}

const localIdentity =
  'AWS4-HMAC-SHA256 Credential=local/20000101/local/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0'

function post(url: URL, agent: Agent, target: string, body: Buffer): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      agent,
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'content-length': body.length,
        'x-amz-target': target,
        'x-amz-date': '20000101T000000Z',
        authorization: localIdentity,
      },
    })
    sent.on('error', reject)
    sent.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => resolve({ status: response.statusCode ?? 500, body: Buffer.concat(chunks) }))
    })
    sent.end(body)
  })
}
