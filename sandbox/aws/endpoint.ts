import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { type AuthorizationParts, authorize } from './authorization.ts'
import { type Fault, type FaultsInside, faultError } from './faults.ts'
import type { Identities, Identity } from './identities.ts'
import { outcomeOf, send, sendError } from './wire/answer.ts'
import { type Call, type Door, isRawAnswer, type RawAnswer } from './wire/door.ts'
import { isJsonObject, type JsonObject, textIn } from './wire/json.ts'
import { verifySignature } from './wire/signature.ts'
import { serialization, unknownOperation, unrecognizedClient, WireError } from './wire/wire-error.ts'

export interface EndpointParts extends AuthorizationParts {
  readonly doors: readonly Door[]
  readonly identities: Identities
  readonly faults: FaultsInside
  /** Kills the function that acts in this role. */
  readonly killCaller: (principal: string) => void
}

interface Addressed {
  readonly door: Door
  readonly operation: string
}

/** 16 MB is DynamoDB's limit for one request; nothing here takes more. */
const largestBody = 16 * 1024 * 1024

/**
 * Answers one HTTP request: whose door, who calls (SigV4), may they (IAM), is a fault waiting, and only then the service.
 * The order is the point: a caller who is not allowed learns nothing from the store and changes nothing in it.
 */
export async function answerRequest(
  parts: EndpointParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const addressed = addressOf(parts.doors, header(request, 'x-amz-target'))
  let principal = 'unknown'
  let outcome = 'ok'
  try {
    const body = await readBody(request)
    if (!addressed) throw unknownOperation()
    const identity = await authenticate(parts, addressed.door, request, body)
    principal = identity.name
    const call: Call = { operation: addressed.operation, input: parse(body) }
    await authorize(parts, addressed.door, call, identity)
    const fault = parts.faults.take({ service: addressed.door.service, principal, ...call })
    if (fault) outcome = 'fault'
    await meet(fault)
    if (fault?.killsCaller === 'before') return cutOff(parts, principal, response)
    const answer = fault?.stale ? {} : await addressed.door.answer(call)
    if (fault?.killsCaller === 'after') return cutOff(parts, principal, response)
    if (fault?.lostAnswer) {
      response.destroy()
      return
    }
    if (!fault && isRawAnswer(answer)) outcome = outcomeOf(answer)
    send(response, addressed.door, fault?.garbled ? garble(answer) : answer)
  } catch (error) {
    const wire = error instanceof WireError ? error : internal(error, addressed)
    if (outcome === 'ok') outcome = wire.code === 'AccessDeniedException' ? 'denied' : wire.code
    sendError(response, addressed?.door, wire)
  } finally {
    parts.counters.record({
      principal,
      service: addressed?.door.service ?? 'unknown',
      operation: addressed?.operation ?? 'unknown',
      outcome,
    })
  }
}

function addressOf(doors: readonly Door[], target: string): Addressed | undefined {
  const dot = target.lastIndexOf('.')
  const door = doors.find((each) => each.targetPrefixes.includes(target.slice(0, dot)))
  const operation = target.slice(dot + 1)
  return door?.operations.has(operation) ? { door, operation } : undefined
}

async function authenticate(
  parts: EndpointParts,
  door: Door,
  request: IncomingMessage,
  body: Buffer,
): Promise<Identity> {
  const headers = Object.fromEntries(Object.keys(request.headers).map((name) => [name, header(request, name)]))
  const key = await verifySignature(
    { method: request.method ?? '', path: request.url ?? '/', headers, body },
    parts.identities.credentialsOf,
    door.service,
    Date.now(),
  )
  const identity = parts.identities.identityOf(key)
  if (!identity) throw unrecognizedClient()
  return identity
}

async function meet(fault: Fault | undefined): Promise<void> {
  if (fault?.delay !== undefined) await wait(fault.delay)
  if (fault?.error !== undefined) throw faultError(fault.error, fault.reasons)
}

/** The function is gone before the answer is. */
function cutOff({ killCaller }: EndpointParts, principal: string, response: ServerResponse): void {
  killCaller(principal)
  response.destroy()
}

function garble(answer: JsonObject | RawAnswer): JsonObject | RawAnswer {
  if (isRawAnswer(answer)) return answer
  const wrong = (['Signature', 'Plaintext', 'PublicKey'] as const).flatMap((member) => {
    const text = textIn(answer[member])
    if (text === undefined) return []
    const bytes = Buffer.from(text, 'base64')
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    return [[member, bytes.toString('base64')] as const]
  })
  return { ...answer, ...Object.fromEntries(wrong) }
}

function parse(body: Buffer): JsonObject {
  try {
    const read: unknown = JSON.parse(body.toString('utf8'))
    if (isJsonObject(read)) return read
  } catch {
    // Told to the caller below, in the words of the service.
  }
  throw serialization()
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk))
    length += bytes.length
    if (length > largestBody) throw new WireError('RequestEntityTooLargeException', 'Request entity too large', 413)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

function header(request: IncomingMessage, name: string): string {
  const value = request.headers[name]
  return Array.isArray(value) ? value.join(',') : (value ?? '')
}

/** A fault of the practice world itself: the caller sees what AWS would show, the console tells the truth. */
function internal(error: unknown, addressed: Addressed | undefined): WireError {
  console.error(`sandbox/aws: ${addressed?.operation ?? 'request'} failed`, error)
  return new WireError(
    addressed?.door.service === 'kms' ? 'KMSInternalException' : 'InternalServerError',
    'Internal failure',
    500,
  )
}
