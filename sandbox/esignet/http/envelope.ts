import { EsignetError } from '../esignet-error.ts'
import { isObject, type JsonObject, member, parseJson } from '../json.ts'
import type { World } from '../world.ts'
import { frameworkHeaders } from './answers.ts'
import type { Answer, Call } from './call.ts'

const requestTimePattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/**
 * The `request` member of `{"requestTime":…,"request":{…}}`.
 * @throws EsignetError `invalid_request` when the envelope is broken or its time is off.
 */
export function openEnvelope(call: Call, world: World): JsonObject {
  const envelope = parseJson(call.body)
  const requestTime = member(envelope, 'requestTime')
  const request = member(envelope, 'request')
  if (typeof requestTime !== 'string' || !requestTimePattern.test(requestTime)) throw envelopeError('requestTime')
  const offSeconds = Math.abs(Date.parse(requestTime) - world.now().getTime()) / 1000
  if (!(offSeconds <= world.dialect.lives.requestTimeLeeway)) throw envelopeError('requestTime')
  if (!isObject(request)) throw envelopeError('request')
  return request
}

/** The envelope itself is broken: in the Go line not even HTTP 200. */
class EnvelopeError extends EsignetError {}

function envelopeError(field: string): EnvelopeError {
  return new EnvelopeError([{ errorCode: 'invalid_request', errorMessage: `${field}: invalid_request` }])
}

/** A good answer; `response` is embedded as the exact text given, because clients hash those bytes. */
export function sealEnvelope(response: string, now: Date, headers: Record<string, string> = {}): Answer {
  return {
    status: 200,
    headers: { ...frameworkHeaders, 'content-type': 'application/json', ...headers },
    body: `{"responseTime":"${now.toISOString()}","response":${response},"errors":[]}`,
    outcome: 'ok',
  }
}

/** A refusal: HTTP 200 with `errors`, except for what the security framework owns and a broken envelope of the Go line. */
export function envelopeRefusal(error: unknown, world: World, status: 200 | 401 | 403 = 200): Answer {
  // Whatever is not a rule of eSignet is its unknown_error; the message of the exception goes along.
  const refusals =
    error instanceof EsignetError ? error.refusals : [{ errorCode: 'unknown_error', errorMessage: String(error) }]
  const ownStatus = error instanceof EnvelopeError ? world.dialect.registration.envelopeStatus : status
  return {
    status: ownStatus,
    headers: { ...frameworkHeaders, 'content-type': 'application/json' },
    body: JSON.stringify({ responseTime: world.now().toISOString(), response: null, errors: refusals }),
    outcome: refusals[0]?.errorCode ?? 'unknown_error',
  }
}
