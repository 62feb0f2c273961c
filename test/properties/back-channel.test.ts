import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readForm } from '../../shared/adapters/http/form.ts'
import { accessTokens } from '../../shared/adapters/jose/access-token.ts'
import { backendAssertions } from '../../shared/adapters/jose/backend-assertion.ts'
import { possessionProofs } from '../../shared/adapters/jose/dpop-proof.ts'
import { memoryStore } from '../../shared/adapters/memory/memory-store.ts'
import { memoryReplay } from '../../shared/adapters/memory/replay.ts'
import { memoryTokenKey } from '../../shared/adapters/memory/token-key.ts'
import { systemRandomness } from '../../shared/adapters/system/randomness.ts'
import { accessTokenClaims } from '../../shared/domain/back-channel/access-token.ts'
import { recogniseCaller } from '../../shared/use-cases/recognise-caller.ts'
import { anEvent } from '../functions/asking.ts'
import {
  aJti,
  anAssertion,
  aProof,
  aProofFor,
  aSigner,
  publicUrl,
  type Signer,
  thumbprint,
} from '../support/back-end.ts'
import { noon, noonSeconds } from '../support/builders.ts'
import { gluedFrom, oneChange } from './support/parsers/parser.ts'

const key = memoryTokenKey()
const signedByUs = async (claims: object): Promise<string> => {
  const header = { alg: 'PS256', kid: key.keyId, typ: 'at+jwt' }
  const input = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${input}.${await key.sign(input)}`
}

let signers: readonly Signer[]
let readers: readonly {
  readonly what: string
  readonly honest: string
  readonly open: (text: string) => Promise<unknown>
}[]

beforeAll(async () => {
  signers = await Promise.all([aSigner('ES256'), aSigner('PS256'), aSigner('EdDSA')])
  const keys = signers.map(({ jwk }) => ({ ...jwk }))
  const tokens = accessTokens(key)
  const openAssertion = (text: string) => backendAssertions.open(text, keys)
  readers = [
    { what: 'token', honest: await signedByUs({ iss: publicUrl }), open: tokens.open },
    ...(await Promise.all(
      signers.flatMap((signer) => [
        aProof(signer).then((honest) => ({ what: `proof ${signer.alg}`, honest, open: possessionProofs.open })),
        anAssertion(signer).then((honest) => ({ what: `assertion ${signer.alg}`, honest, open: openAssertion })),
      ]),
    )),
  ]
})

const pieces = [
  '.',
  '..',
  'e30',
  'eyJhbGciOiJub25lIn0',
  'eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7fX0',
  'AA',
  '=',
  ',',
]

describe('whoever reads a proof, an assertion or a token', () => {
  it('takes the honest one', async () => {
    for (const { what, honest, open } of readers) expect([what, await open(honest)]).toMatchObject([what, { ok: true }])
  })

  it('never throws, and takes nothing that nobody signed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(gluedFrom(pieces), fc.string({ maxLength: 80 })), async (text) => {
        for (const { open } of readers) expect(await open(text)).toMatchObject({ ok: false })
      }),
      { numRuns: 300 },
    )
  })

  it('takes none in which one thing was changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: readers.length - 1 }).chain((which) => {
          const reader = readers[which]
          return oneChange(reader?.honest ?? '').map((text) => ({ reader, text }))
        }),
        async ({ reader, text }) => {
          fc.pre(text !== reader?.honest)
          expect(await reader?.open(text)).toMatchObject({ ok: false })
        },
      ),
      { numRuns: 600 },
    )
  })

  it('takes a header only with a type, an algorithm and a key that belong together', async () => {
    const [es256] = signers
    const odd = fc.oneof(
      fc.constant(undefined),
      fc.jsonValue(),
      fc.constantFrom('none', 'HS256', 'RS256', 'at+jwt', 'JWT'),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('typ', 'jwk', 'crit'), odd, async (member, value) => {
        fc.pre(!(member === 'crit' && value === undefined))
        if (es256 === undefined) throw new Error('no signer')
        const { jwk, alg } = es256
        const header = { alg, typ: 'dpop+jwt', jwk, [member]: value }
        const payload = Buffer.from(JSON.stringify({ jti: aJti() })).toString('base64url')
        const input = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}`
        const signature = await crypto.subtle.sign(
          { name: 'ECDSA', hash: 'SHA-256' },
          es256.pair.privateKey,
          Buffer.from(input),
        )
        const proof = `${input}.${Buffer.from(signature).toString('base64url')}`
        expect(await possessionProofs.open(proof)).toMatchObject({ ok: false })
      }),
      { numRuns: 200 },
    )
  })
})

describe('a form', () => {
  const read = (body: string) =>
    readForm({ ...anEvent({ headers: { 'content-type': 'application/x-www-form-urlencoded' } }), body })
  const text = fc.string({ unit: 'grapheme', maxLength: 20 })

  it('is read as it was written, or not at all when a name comes twice', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }), text), { maxLength: 12 }),
        (pairs) => {
          const names = pairs.map(([name]) => name)
          const form = read(new URLSearchParams(pairs).toString())
          if (new Set(names).size < names.length) expect(form).toMatchObject({ ok: false })
          else expect(form).toEqual({ ok: true, value: new Map(pairs.filter(([, value]) => value !== '')) })
        },
      ),
      { numRuns: 500 },
    )
  })

  it('is never read from what it is not', () => {
    fc.assert(
      fc.property(gluedFrom(['a', '=', '&', '%', '%41', '%zz', '+', 'b=', '\0', 'é'], 20), (body) => {
        const form = read(body)
        if (!form.ok) return
        const slowly = new URLSearchParams(body)
        for (const [name, value] of form.value) expect(slowly.getAll(name)).toEqual([value])
      }),
      { numRuns: 2000 },
    )
  })
})

/** Row M09: one warm instance serves every service, in any order. */
it('callers are never mixed up, however their calls are interleaved', async () => {
  const recognise = recogniseCaller({
    accessTokens: accessTokens(key),
    possessionProofs,
    replay: memoryReplay(memoryStore()),
    clock: { now: () => noon },
    randomness: systemRandomness,
    publicUrl,
  })
  const backEnds = await Promise.all(
    signers.map(async (signer, n) => {
      const caller = { service: `service-${n}`, scope: ['decisions'] as const, jkt: await thumbprint(signer) }
      const token = await signedByUs(accessTokenClaims(caller, { publicUrl, now: noonSeconds, jti: aJti() }))
      return { signer, service: caller.service, token }
    }),
  )
  const step = fc.record({ who: fc.nat({ max: 2 }), hand: fc.nat({ max: 2 }), path: fc.nat({ max: 2 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 12 }), async (steps) => {
      await Promise.all(
        steps.map(async ({ who, hand, path }) => {
          const [caller, holder] = [backEnds[who], backEnds[hand]]
          if (caller === undefined || holder === undefined) throw new Error('no such back end')
          const url = `${publicUrl}/service-${path}/decisions`
          const recognised = await recognise({
            authorization: `DPoP ${caller.token}`,
            proof: await aProofFor(holder.signer, caller.token, { htu: url }),
            method: 'POST',
            url,
            service: `service-${path}`,
            scope: 'decisions',
          })
          if (hand !== who) expect(recognised).toMatchObject({ refusal: { code: 'proof-invalid' } })
          else if (path !== who) expect(recognised).toMatchObject({ refusal: { code: 'caller-not-allowed' } })
          else expect(recognised).toMatchObject({ ok: true, value: { service: caller.service } })
        }),
      )
    }),
    { numRuns: 60 },
  )
})
