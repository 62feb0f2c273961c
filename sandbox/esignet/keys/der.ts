/** Just enough DER (ITU-T X.690) to write a self-signed certificate. */
export function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content])
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const octets: number[] = []
  for (let rest = length; rest > 0; rest >>>= 8) octets.unshift(rest & 0xff)
  return Buffer.from([0x80 | octets.length, ...octets])
}

export const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts)
export const set = (...parts: Uint8Array[]) => der(0x31, ...parts)
export const octetString = (content: Uint8Array) => der(0x04, content)
export const utf8String = (text: string) => der(0x0c, Buffer.from(text, 'utf8'))
export const isTrue = () => der(0x01, Buffer.from([0xff]))
export const tagged = (number: number, ...parts: Uint8Array[]) => der(0xa0 | number, ...parts)

/** A bit string whose last octet has `unusedBits` meaningless bits. */
export const bitString = (content: Uint8Array, unusedBits = 0) => der(0x03, Buffer.from([unusedBits]), content)

/** A non-negative integer, big-endian; a leading zero keeps it positive. */
export const integer = (content: Uint8Array) =>
  der(0x02, (content[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), content]) : content)

/** An object identifier such as `2.5.4.3`. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

function base128(value: number): number[] {
  const groups = [value & 0x7f]
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) groups.unshift((rest & 0x7f) | 0x80)
  return groups
}

/** UTCTime, valid for the years 1950 to 2049 (RFC 5280 §4.1.2.5.1). */
export function utcTime(at: Date): Buffer {
  const digits = at.toISOString().replace(/[-:T]/g, '').slice(2, 14)
  return der(0x17, Buffer.from(`${digits}Z`, 'ascii'))
}
