import type { RefusalCode } from './codes.ts'

/**
 * Something we need did not work: thrown by adapters, caught once by the deed, which ends the login with `code`.
 * `cause` is for the debugger and is never logged: errors of HTTP clients carry tokens.
 */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly code: RefusalCode
  constructor(code: RefusalCode, detail: string, cause?: unknown) {
    super(detail, { cause })
    this.code = code
  }
}

/** One that came and may be gone: worth another try, with everything new that must not be said twice. */
export class PassingFault extends Fault {}
