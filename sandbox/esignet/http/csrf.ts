import { randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { type Call, headerOf } from './call.ts'

/*
 * Since 1.8 the token in the body is a masked form of the cookie's: base64url(random ‖ random XOR token). The bare
 * cookie value is therefore refused as a header value. Until 1.7 both are the same.
 */
const cookieName = 'XSRF-TOKEN'

export interface CsrfToken {
  readonly cookie: string
  readonly token: string
}

export function newCsrfToken(call: Call, masked: boolean): CsrfToken {
  const secret = cookieOf(call) ?? randomUUID()
  return { cookie: `${cookieName}=${secret}; Path=/; HttpOnly`, token: masked ? mask(secret) : secret }
}

/** Whether the call carries the cookie and, masked or not, the same token in `X-XSRF-TOKEN`. */
export function passesCsrf(call: Call, isMasked: boolean): boolean {
  const secret = cookieOf(call)
  const token = headerOf(call, 'x-xsrf-token')
  if (secret === undefined || token === undefined) return false
  return isMasked ? unmasksTo(token, secret) : token === secret
}

function cookieOf(call: Call): string | undefined {
  const pairs = (call.headers.cookie ?? '').split(';').map((pair) => pair.trim())
  const value = pairs.find((pair) => pair.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1)
  return value === '' ? undefined : value
}

function mask(secret: string): string {
  const plain = Buffer.from(secret, 'utf8')
  const random = randomBytes(plain.length)
  return Buffer.concat([random, xor(random, plain)]).toString('base64url')
}

function unmasksTo(masked: string, secret: string): boolean {
  const plain = Buffer.from(secret, 'utf8')
  const bytes = Buffer.from(masked, 'base64url')
  if (bytes.length !== plain.length * 2) return false
  return timingSafeEqual(xor(bytes.subarray(0, plain.length), bytes.subarray(plain.length)), plain)
}

function xor(left: Uint8Array, right: Uint8Array): Buffer {
  return Buffer.from(left.map((byte, index) => byte ^ (right[index] ?? 0)))
}
