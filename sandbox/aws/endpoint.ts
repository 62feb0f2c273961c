import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Counters } from './counters.ts'
import { type Fault, type FaultsInside, faultError } from './faults.ts'
import { accessDeniedMessage } from './iam/access-denied.ts'
import { evaluate } from './iam/evaluate.ts'
import type { RequestContext } from './iam/policy.ts'
import type { Identities, Identity } from './identities.ts'
import { type AccessNeed, type Call, type Door, isRawAnswer, type RawAnswer } from './wire/door.ts'
import { isJsonObject, type JsonObject } from './wire/json.ts'
import { verifySignature } from './wire/signature.ts'
import { accessDenied, serialization, unknownOperation, unrecognizedClient, WireError } from './wire/wire-error.ts'

export interface EndpointParts {
  readonly region: string
  readonly doors: readonly Door[]
  readonly identities: Identities
  readonly counters: Counters
  readonly faults: FaultsInside
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
    const fault = parts.faults.take({ service: addressed.door.service, operation: call.operation, principal })
    if (fault) outcome = 'fault'
    await meet(fault)
    const answer = await addressed.door.answer(call)
    if (fault?.lostAnswer) {
      response.destroy()
      return
    }
    if (!fault && isRawAnswer(answer)) outcome = outcomeOf(answer)
    send(response, addressed.door, answer)
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

async function authorize(parts: EndpointParts, door: Door, call: Call, identity: Identity): Promise<void> {
  if (identity.administrator) return
  const needs = await door.needs(call)
  if (needs === 'administrator') {
    const action = `${door.service}:${call.operation}`
    const message = `User: ${identity.caller.sessionArn} is not authorized to perform: ${action} (the practice world leaves it to the administrator)`
    throw refuse(parts, door, call, identity, { action, resource: '*', message })
  }
  for (const need of needs) {
    const request = { caller: identity.caller, ...need, context: withCaller(need, identity, parts.region) }
    const verdict = evaluate(request, identity.policies, need.keyPolicy)
    if (verdict.allowed) continue
    throw refuse(parts, door, call, identity, { ...need, message: accessDeniedMessage(request, verdict) })
  }
}

function refuse(
  parts: EndpointParts,
  door: Door,
  call: Call,
  identity: Identity,
  lack: { action: string; resource: string; message: string },
): WireError {
  const { action, resource, message } = lack
  const { name: principal } = identity
  parts.counters.recordDenial({
    principal,
    service: door.service,
    operation: call.operation,
    action,
    resource,
    message,
  })
  return accessDenied(message)
}

/** The global condition keys: what is true of the caller and the moment, whatever is called. */
function withCaller(need: AccessNeed, identity: Identity, region: string): RequestContext {
  const now = new Date()
  return new Map([
    ...need.context,
    ['aws:principalarn', [identity.caller.roleArn]],
    ['aws:principalaccount', [identity.caller.accountId]],
    ['aws:resourceaccount', [identity.caller.accountId]],
    ['aws:principaltype', ['AssumedRole']],
    ['aws:principalisawsservice', ['false']],
    ['aws:viaawsservice', ['false']],
    ['aws:requestedregion', [region]],
    // The loopback interface stands for TLS here: there is no wire to listen on.
    ['aws:securetransport', ['true']],
    ['aws:currenttime', [now.toISOString()]],
    ['aws:epochtime', [String(Math.floor(now.getTime() / 1000))]],
    ...Object.entries(identity.tags).map(([key, value]): [string, string[]] => [
      `aws:principaltag/${key.toLowerCase()}`,
      [value],
    ]),
  ])
}

async function meet(fault: Fault | undefined): Promise<void> {
  if (fault?.delay !== undefined) await wait(fault.delay)
  if (fault?.error !== undefined) throw faultError(fault.error)
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

function outcomeOf(answer: RawAnswer): string {
  if (answer.status < 400) return 'ok'
  const type = parse(answer.body)['__type']
  return typeof type === 'string' ? type.slice(type.indexOf('#') + 1) : 'UnknownError'
}

function send(response: ServerResponse, door: Door, answer: JsonObject | RawAnswer): void {
  const raw = isRawAnswer(answer) ? answer : { status: 200, body: Buffer.from(JSON.stringify(answer)) }
  write(response, raw, door.contentType)
}

function sendError(response: ServerResponse, door: Door | undefined, error: WireError): void {
  const namespace = error.namespace ?? door?.errorNamespace
  const body = {
    __type: namespace ? `${namespace}#${error.code}` : error.code,
    // AWS spells it with a capital in this one exception, and clients read both.
    ...(error.code === 'AccessDeniedException' ? { Message: error.message } : { message: error.message }),
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

/** A fault of the practice world itself: the caller sees what AWS would show, the console tells the truth. */
function internal(error: unknown, addressed: Addressed | undefined): WireError {
  console.error(`sandbox/aws: ${addressed?.operation ?? 'request'} failed`, error)
  return new WireError(
    addressed?.door.service === 'kms' ? 'KMSInternalException' : 'InternalServerError',
    'Internal failure',
    500,
  )
}
