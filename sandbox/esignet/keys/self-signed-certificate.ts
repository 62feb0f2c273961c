import { type KeyObject, randomBytes, sign } from 'node:crypto'
import {
  bitString,
  der,
  integer,
  isTrue,
  objectIdentifier,
  octetString,
  sequence,
  set,
  tagged,
  utcTime,
  utf8String,
} from './der.ts'

const sha256WithRsa = sequence(objectIdentifier('1.2.840.113549.1.1.11'), der(0x05))
const commonName = '2.5.4.3'
const keyUsage = '2.5.29.15'
const digitalSignature = 0x80

/** A self-signed X.509 v3 certificate for signing, DER encoded (RFC 5280 §4.1). */
export function selfSignedCertificate(
  keys: { privateKey: KeyObject; publicKey: KeyObject },
  name: string,
  validity: { from: Date; until: Date },
): Buffer {
  const distinguishedName = sequence(set(sequence(objectIdentifier(commonName), utf8String(name))))
  const usage = sequence(
    objectIdentifier(keyUsage),
    isTrue(),
    octetString(bitString(Buffer.from([digitalSignature]), 7)),
  )
  const body = sequence(
    tagged(0, integer(Buffer.from([2]))),
    integer(randomBytes(12)),
    sha256WithRsa,
    distinguishedName,
    sequence(utcTime(validity.from), utcTime(validity.until)),
    distinguishedName,
    keys.publicKey.export({ type: 'spki', format: 'der' }),
    tagged(3, sequence(usage)),
  )
  return sequence(body, sha256WithRsa, bitString(sign('sha256', body, keys.privateKey)))
}
