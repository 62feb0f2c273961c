const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** The last character with other unused bits: lenient decoders drop them and see the same bytes (RFC 4648 §3.5). */
const strayBits = (part: string): string => {
  const last = alphabet.indexOf(part.at(-1) ?? '')
  const unused = part.length % 4 === 2 ? 15 : part.length % 4 === 3 ? 3 : 0
  return unused === 0 ? `${part}A` : part.slice(0, -1) + alphabet[last ^ 1]
}

/** Spellings of one compact JWS that lenient readers take for it, or that only look like one. */
export const spellings = (token: string): readonly (readonly [what: string, spelling: string])[] => {
  const [header = '', payload = '', signature = ''] = token.split('.')
  return [
    ['padded header', `${header}=.${payload}.${signature}`],
    ['padded payload', `${header}.${payload}==.${signature}`],
    ['padded signature', `${token}=`],
    ['stray bits in the header', `${strayBits(header)}.${payload}.${signature}`],
    ['stray bits in the payload', `${header}.${strayBits(payload)}.${signature}`],
    ['stray bits in the signature', `${header}.${payload}.${strayBits(signature)}`],
    ['a space before', ` ${token}`],
    ['a line break after', `${token}\n`],
    ['a line break within', `${header}.${payload.slice(0, 4)}\n${payload.slice(4)}.${signature}`],
    ['a tab within', `${header}.${payload}.${signature.slice(0, 4)}\t${signature.slice(4)}`],
    ['the other base64 alphabet', `${header}.${payload}.${signature.slice(0, -2)}+/`],
    ['a NUL after', `${token}\0`],
    ['a byte order mark before', `\uFEFF${token}`],
    ['percent-encoded', token.replace('.', '%2E')],
    ['a full-width dot', token.replace('.', '\uFF0E')],
    ['a fourth part', `${token}.${signature}`],
    ['a dot after', `${token}.`],
    ['a dot before', `.${token}`],
    ['no signature', `${header}.${payload}.`],
    ['no payload', `${header}..${signature}`],
    ['no header', `.${payload}.${signature}`],
    ['the scheme before', `Bearer ${token}`],
    ['as JSON text', JSON.stringify(token)],
    ['the flattened JSON form', JSON.stringify({ protected: header, payload, signature })],
    ['nothing at all', ''],
  ]
}
