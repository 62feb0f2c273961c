import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
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
} from '../../sandbox/esignet/keys/der.ts'

/** A party of a TLS connection, or an authority that vouches for some; born in a test, kept nowhere. */
export interface Certified {
  readonly name: string
  readonly privateKey: KeyObject
  readonly keyPem: string
  readonly certificatePem: string
}

interface Certificate {
  readonly name: string
  /** Who vouches; absent: nobody but itself. */
  readonly issuer?: Certified
  readonly isAuthority?: true
  /** Days from now. */
  readonly from?: number
  readonly until?: number
  /** For which hosts; one that consists of numbers is an IPv4 address. */
  readonly hosts?: readonly string[]
}

const ecdsaWithSha256 = sequence(objectIdentifier('1.2.840.10045.4.3.2'))
const dayMs = 24 * 60 * 60_000

/** An X.509 v3 certificate (RFC 5280 §4.1) with a P-256 key. */
export const certified = ({
  name,
  issuer,
  isAuthority,
  from = -10,
  until = 10,
  hosts = [],
}: Certificate): Certified => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const body = sequence(
    tagged(0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(11)])),
    ecdsaWithSha256,
    distinguishedName(issuer?.name ?? name),
    sequence(utcTime(new Date(Date.now() + from * dayMs)), utcTime(new Date(Date.now() + until * dayMs))),
    distinguishedName(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(3, sequence(...(isAuthority ? [authority] : []), ...(hosts.length === 0 ? [] : [hostNames(hosts)]))),
  )
  const signature = sign('sha256', body, issuer?.privateKey ?? privateKey)
  return {
    name,
    privateKey,
    keyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificatePem: pem(sequence(body, ecdsaWithSha256, bitString(signature))),
  }
}

const distinguishedName = (name: string) => sequence(set(sequence(objectIdentifier('2.5.4.3'), utf8String(name))))

const extension = (identifier: string, ...rest: Uint8Array[]) => sequence(objectIdentifier(identifier), ...rest)

/** RFC 5280 §4.2.1.9. */
const authority = extension('2.5.29.19', isTrue(), octetString(sequence(isTrue())))

/** RFC 5280 §4.2.1.6: `dNSName` is [2], `iPAddress` is [7]. */
const hostNames = (hosts: readonly string[]) =>
  extension(
    '2.5.29.17',
    octetString(
      sequence(
        ...hosts.map((host) =>
          /^[\d.]+$/.test(host) ? der(0x87, Buffer.from(host.split('.').map(Number))) : der(0x82, Buffer.from(host)),
        ),
      ),
    ),
  )

const pem = (bytes: Uint8Array): string =>
  `-----BEGIN CERTIFICATE-----\n${(
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  ).join('\n')}\n-----END CERTIFICATE-----\n`
