import fc from 'fast-check'
import { isCompactJws } from '../../../../shared/adapters/jose/compact-form.ts'
import { gluedFrom, oneChange, parserProperty } from './parser.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const longest = 80

const encoded = fc.uint8Array({ minLength: 0, maxLength: 24 }).map((bytes) => Buffer.from(bytes).toString('base64url'))
const token = fc.array(encoded, { minLength: 3, maxLength: 3 }).map((parts) => parts.join('.'))

/** Around the longest there may be. */
const long = fc
  .array(fc.integer({ min: 24, max: 29 }), { minLength: 3, maxLength: 3 })
  .map((lengths) => lengths.map((length) => 'A'.repeat(length)).join('.'))

/** Whether a token has the one compact form there is. */
export const compactJwsProperty = parserProperty({
  parser: 'compact JWS',
  share: 0.12,
  inputs: fc.oneof(
    token,
    long,
    token.chain(oneChange),
    gluedFrom(['A', 'AB', 'Aw', 'AA', '.', '..', '=', '-', '_', '+', '/', '\n', ' ']),
  ),
  parse: (text) => isCompactJws(text, longest),
  judge: (text, accepted) => (accepted === slowly(text) ? undefined : accepted ? 'accepted' : 'refused'),
})

const slowly = (text: string): boolean => {
  const parts = text.split('.')
  return text.length <= longest && parts.length === 3 && parts.every(isOneSpelling)
}

/** Base64url of whole bytes whose left-over bits are zero (RFC 4648 §3.5), counted by hand. */
const isOneSpelling = (part: string): boolean => {
  const values = [...part].map((character) => alphabet.indexOf(character))
  const leftOver = { 0: 1, 2: 16, 3: 4 }[part.length % 4]
  return part !== '' && !values.includes(-1) && leftOver !== undefined && (values.at(-1) ?? 0) % leftOver === 0
}
