import * as z from 'zod'
import { flawOf } from '../../domain/provider/published-key.ts'

const notPrivate = z.never('no private member: only the public half of a key belongs in a file').exactOptional()

/** RFC 7518 §6.2.2, §6.3.2 and RFC 8037 §2: what makes a key a private one, or a shared secret. */
const neverPrivate = {
  d: notPrivate,
  p: notPrivate,
  q: notPrivate,
  dp: notPrivate,
  dq: notPrivate,
  qi: notPrivate,
  oth: notPrivate,
  k: notPrivate,
}

const shared = {
  kid: z
    .string()
    .regex(/^[\x21-\x7e]{1,128}$/, 'a key id without spaces')
    .meta({ title: 'Key id', description: 'The header of every assertion names it; different for each key.' }),
  use: z.literal('sig').exactOptional(),
  ...neverPrivate,
}

/** 32 bytes in base64url: the one length that a coordinate of P-256 and a key of Ed25519 have. */
const bytes32 = z.string().regex(/^[A-Za-z0-9_-]{43}$/, '32 bytes in base64url')

const p256 = z.looseObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: bytes32,
  y: bytes32,
  alg: z.literal('ES256').exactOptional(),
  ...shared,
})

const ed25519 = z.looseObject({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: bytes32,
  alg: z.enum(['EdDSA', 'Ed25519']).exactOptional(),
  ...shared,
})

const rsa = z
  .looseObject({
    kty: z.literal('RSA'),
    n: z.string(),
    e: z.string(),
    alg: z.enum(['PS256', 'RS256']).exactOptional(),
    ...shared,
  })
  .refine((key) => !['modulus', 'exponent', 'factored'].includes(flawOf(key) ?? ''), {
    path: ['n'],
    message: 'an RSA modulus of 2048 to 8192 bits, with the exponent AQAB, of no known weakness',
  })

/** Public keys of a service's own back end (RFC 7517): EC P-256, Ed25519, or RSA of at least 2048 bits. */
export const backend = z
  .strictObject({
    jwks: z.strictObject({
      keys: z
        .array(z.discriminatedUnion('kty', [p256, ed25519, rsa], 'a public key with kty "EC", "OKP" or "RSA"'))
        .min(1)
        .max(10)
        .refine((keys) => new Set(keys.map(({ kid }) => kid)).size === keys.length, 'a different kid for each key')
        .meta({ title: 'Public keys', description: 'Two while one replaces the other.' }),
    }),
  })
  .meta({
    title: 'Back end of the service',
    description:
      'The public keys with which it proves who it is (private_key_jwt). Absent: the back channel stays shut.',
  })
