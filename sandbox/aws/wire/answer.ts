import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { type Door, isRawAnswer, type RawAnswer } from './door.ts'
import { type JsonObject, objectIn } from './json.ts'
import type { WireError } from './wire-error.ts'

/** How an answer made elsewhere ended: `ok`, or the short name of its error. */
export function outcomeOf(answer: RawAnswer): string {
  if (answer.status < 400) return 'ok'
  const type = objectIn(JSON.parse(answer.body.toString('utf8')))['__type']
  return typeof type === 'string' ? type.slice(type.indexOf('#') + 1) : 'UnknownError'
}

export function send(response: ServerResponse, door: Door, answer: JsonObject | RawAnswer): void {
  const raw = isRawAnswer(answer) ? answer : { status: 200, body: Buffer.from(JSON.stringify(answer)) }
  write(response, raw, door.contentType)
}

export function sendError(response: ServerResponse, door: Door | undefined, error: WireError): void {
  const namespace = error.namespace ?? door?.errorNamespace
  const body = {
    __type: namespace ? `${namespace}#${error.code}` : error.code,
    // AWS spells it with a capital in this one exception, and clients read both.
    ...(error.code === 'AccessDeniedException' ? { Message: error.message } : { message: error.message }),
    ...error.members,
  }
  const raw = { status: error.status, body: Buffer.from(JSON.stringify(body)) }
  write(response, raw, door?.contentType ?? 'application/x-amz-json-1.1')
}

function write(response: ServerResponse, raw: RawAnswer, contentType: string): void {
  if (response.destroyed) return
  response.writeHead(raw.status, {
    'content-type': contentType,
    'content-length': raw.body.length,
    'x-amzn-requestid': randomUUID(),
  })
  response.end(raw.body)
}
