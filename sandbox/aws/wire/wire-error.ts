import type { JsonObject } from './json.ts'

/**
 * An error as an AWS service puts it on the wire: HTTP status, `__type`, message, and members of its own.
 * Everything a client must be able to tell apart is thrown as one of these; anything else becomes an internal error.
 */
export class WireError extends Error {
  readonly status: number
  /** The exception's short name, e.g. `NotFoundException`. */
  readonly code: string
  /** The namespace before `#` in `__type`; absent means that of the service. */
  readonly namespace: string | undefined
  /** Further members of the body, such as `CancellationReasons`. */
  readonly members: JsonObject

  constructor(code: string, message: string, status = 400, namespace?: string, members: JsonObject = {}) {
    super(message)
    this.name = code
    this.code = code
    this.status = status
    this.namespace = namespace
    this.members = members
  }
}

/** Errors that come from the front of every service, before the service itself is reached. */
const front = 'com.amazon.coral.service'

export const unrecognizedClient = (): WireError =>
  new WireError('UnrecognizedClientException', 'The security token included in the request is invalid.', 400, front)

export const missingAuthentication = (): WireError =>
  new WireError('MissingAuthenticationTokenException', 'Request is missing Authentication Token', 400, front)

export const incompleteSignature = (message: string): WireError =>
  new WireError('IncompleteSignatureException', message, 400, front)

export const invalidSignature = (message: string): WireError =>
  new WireError('InvalidSignatureException', message, 400, front)

export const accessDenied = (message: string): WireError => new WireError('AccessDeniedException', message, 400, front)

export const unknownOperation = (): WireError => new WireError('UnknownOperationException', '', 400, front)

export const serialization = (): WireError =>
  new WireError('SerializationException', 'Start of structure or map found where not expected', 400, front)

export const validation = (message: string): WireError =>
  new WireError('ValidationException', message, 400, 'com.amazon.coral.validate')
