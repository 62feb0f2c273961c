import fc from 'fast-check'
import { readEvent, visibleCharacters } from '../../../../shared/adapters/http/gateway-event.ts'
import { anEvent } from '../../../functions/asking.ts'
import { gluedFrom, parserProperty } from './parser.ts'

const pieces = [
  'state',
  'code',
  '=',
  '&',
  '%73',
  'st%61te',
  '%',
  '%3',
  '%3D',
  '%26',
  '+',
  '?',
  '#',
  ';',
  '%00',
  '%C3%A9',
  '%C3',
  'a',
  ',',
  '%EF%BB%BF',
  '[]',
]

const pairs = fc
  .array(
    fc.tuple(fc.constantFrom('state', 'st%61te', 'State', 'code', ''), gluedFrom(['a', '=', '%20', '+', '%0a'], 3)),
    {
      maxLength: 4,
    },
  )
  .map((all) => all.map(([name, value]) => `${name}=${value}`).join('&'))

/** Parameters of a raw query, read from bytes of any kind. */
export const queryProperty = parserProperty({
  parser: 'query parameter',
  share: 0.11,
  inputs: fc.oneof(
    gluedFrom(pieces, 16),
    pairs,
    // Beside a broken escape, Node's own reader keeps the low byte of a character and makes a visible one of it.
    fc.constantFrom('state=%\u0142%20', 'state=%\u{20820}%20', 'state=\u0142%zz'),
    fc.integer({ min: 2040, max: 2056 }).map((length) => `state=${'x'.repeat(length)}`),
  ),
  parse: (query) => readEvent(anEvent({ query })).parameter('state', visibleCharacters),
  judge: (query, read) => {
    const values = slowly(query)
      .filter(([name]) => name === 'state')
      .map(([, value]) => value)
    const value = values[0] ?? ''
    const good = values.length <= 1 && value.length <= 2048 && [...value].every((one) => one >= ' ' && one <= '~')
    // No browser sends such a query (RFC 3986 §2), so it may be refused whole; read wrongly it may not be.
    if (!read.ok && !/^[\x21-\x7e]*$/.test(query)) return refusedWell(read.refusal.code)
    if (read.ok !== good) return `${good ? 'refused' : 'accepted'}: ${JSON.stringify(values)}`
    if (!read.ok) return refusedWell(read.refusal.code)
    return (read.value ?? '') === value ? undefined : `read ${JSON.stringify(read.value)}, is ${JSON.stringify(value)}`
  },
})

const refusedWell = (code: string): string | undefined =>
  code === 'parameter-invalid' ? undefined : `refused as ${code}`

/** `application/x-www-form-urlencoded` by hand, as the URL standard has it; one leading question mark is not part of it. */
const slowly = (query: string): [string, string][] =>
  (query.startsWith('?') ? query.slice(1) : query)
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=')
      return at === -1 ? [decoded(pair), ''] : [decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))]
    })

const decoded = (text: string): string => {
  const bytes = Buffer.from(text.replaceAll('+', ' '), 'utf8')
  const out: number[] = []
  for (let at = 0; at < bytes.length; at += 1) {
    const high = digit(bytes[at + 1])
    const low = digit(bytes[at + 2])
    if (bytes[at] === 0x25 && high !== undefined && low !== undefined) {
      out.push(high * 16 + low)
      at += 2
    } else out.push(bytes[at] ?? 0)
  }
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(out))
}

const digit = (byte: number | undefined): number | undefined => {
  const at = byte === undefined ? -1 : '0123456789abcdef'.indexOf(String.fromCharCode(byte).toLowerCase())
  return at === -1 ? undefined : at
}
