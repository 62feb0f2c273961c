import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseClaimsRequest } from '../../sandbox/esignet/claims/claims-request.ts'
import { resolveClaims } from '../../sandbox/esignet/claims/resolve-claims.ts'
import { sourceOf } from '../../shared/domain/claims/derived-claims.ts'
import { type Ask, compileActs, longestClaims } from '../../shared/domain/policy/authorization-request.ts'
import type { Act, Wish } from '../../shared/domain/policy/service.ts'
import { esignet18 } from '../../shared/providers/esignet/release-1.8.ts'
import { esignet20 } from '../../shared/providers/esignet/release-2.0.ts'
import { entriesOf, frameworksOf, plainOf } from '../domain/policy/support/asked.ts'
import { anyAct, anyVocabulary } from './support/policy.ts'

const numRuns = 2_000
/** Acts of one service share a factor, or there would be no one trip. */
const acts = fc.array(anyAct, { minLength: 1, maxLength: 3 }).map((some) =>
  some.map(
    (act): Act => ({
      ...act,
      authentication: { ...act.authentication, acrAnyOf: ['acr:code', ...act.authentication.acrAnyOf] },
    }),
  ),
)

const check = (property: (ask: Ask, acts: readonly Act[]) => void, vocabulary = anyVocabulary) =>
  fc.assert(
    fc.property(acts, vocabulary, (some, known) => {
      const ask = compileActs(some, { profile: esignet18, vocabulary: known })
      if (ask.ok) property(ask.value, some)
      else expect(ask.refusal.reason).toBe('too-long')
    }),
    { numRuns },
  )

const named = (claims: Readonly<Record<string, Wish>> = {}, wanted?: Wish): string[] =>
  Object.entries(claims).flatMap(([name, wish]) => (wanted === undefined || wish === wanted ? [sourceOf(name)] : []))
const accepts = (some: readonly Act[]) => some.flatMap(({ accept }) => accept ?? [])

describe('whatever the acts, their request', () => {
  it('asks for every claim that one of them needs, under every framework it may come from', () => {
    check((ask, some) => {
      const plain = plainOf(ask)
      for (const { claims } of some)
        for (const name of named(claims, 'essential')) expect(plain[name]).toEqual({ essential: true })
      for (const { trustFrameworks, claims } of accepts(some))
        for (const framework of trustFrameworks) {
          const entry = entriesOf(ask).find((one) => frameworksOf(one).includes(framework))
          for (const name of named(claims, 'essential')) expect(entry?.claims[name]).toEqual({ essential: true })
          expect(entry).toBeDefined()
        }
    })
  })

  it('asks for nothing that none of them wants, and calls nothing essential that none of them needs', () => {
    check((ask, some) => {
      for (const [name, asked] of Object.entries(plainOf(ask)))
        expect(some.flatMap(({ claims }) => named(claims, asked === null ? undefined : 'essential'))).toContain(name)
      for (const entry of entriesOf(ask))
        for (const [name, asked] of Object.entries(entry.claims))
          expect(
            accepts(some).flatMap(({ claims }) => named(claims, asked === null ? undefined : 'essential')),
          ).toContain(name)
    })
  })

  it('asks under no framework that none of them accepts, where nothing counts as another', () => {
    check(
      (ask, some) => {
        for (const entry of entriesOf(ask))
          for (const framework of frameworksOf(entry)) {
            const wanting = accepts(some).filter(({ trustFrameworks }) => trustFrameworks.includes(framework))
            expect(wanting.flatMap(({ claims }) => named(claims))).toEqual(
              expect.arrayContaining(Object.keys(entry.claims)),
            )
          }
      },
      anyVocabulary.map(({ trustFrameworks }) => ({ trustFrameworks })),
    )
  })

  it('names no framework twice', () => {
    check((ask) => {
      const all = entriesOf(ask).flatMap(frameworksOf)
      expect(new Set(all).size).toBe(all.length)
    })
  })

  it('is short enough to be stored, and has no percent sign', () => {
    check(({ claims }) => {
      expect(Buffer.byteLength(JSON.stringify(claims))).toBeLessThan(longestClaims)
      expect(JSON.stringify(claims)).not.toContain('%')
    })
  })

  it('is understood by eSignet as it was meant, after its own check of the grammar', () => {
    check((ask) => {
      const read = parseClaimsRequest(JSON.parse(JSON.stringify(ask.claims)))
      expect(read.acrValues).toEqual(ask.acrValues)
      const essential = (claims: Readonly<Record<string, unknown>>) =>
        Object.keys(claims).filter((name) => claims[name] !== null)
      const resolved = resolveClaims(clientWith(read), [], read, { claimsByScope: {}, verifiedClaims: 'released' })
      expect(resolved.dropped).toEqual([])
      // eSignet lets a verified entry take the place of the plain one.
      const verified = entriesOf(ask).flatMap(({ claims }) => Object.keys(claims))
      const plain = essential(plainOf(ask)).filter((name) => !verified.includes(name))
      expect(new Set(resolved.essential)).toEqual(
        new Set([...plain, ...entriesOf(ask).flatMap(({ claims }) => essential(claims))]),
      )
    })
  })

  it('asks a release without verified claims for all of it plainly', () => {
    fc.assert(
      fc.property(acts, (some) => {
        const ask = compileActs(some, { profile: esignet20 })
        const wanted = [...some.map(({ claims }) => claims), ...accepts(some).map(({ claims }) => claims)]
        expect(ask.ok && new Set(Object.keys(ask.value.claims.userinfo))).toEqual(
          new Set(wanted.flatMap((claims) => named(claims))),
        )
      }),
      { numRuns },
    )
  })
})

/** A client that registered whatever it asks for. */
const clientWith = (read: ReturnType<typeof parseClaimsRequest>) => ({
  clientId: 'c',
  clientName: 'c',
  clientNameLangMap: {},
  publicKey: {},
  encPublicKey: undefined,
  relyingPartyId: 'r',
  userClaims: [
    ...new Set([...read.userinfo.keys(), ...read.verifiedClaims.flatMap(({ claims }) => [...claims.keys()])]),
  ],
  authContextRefs: [],
  logoUri: '',
  redirectUris: [],
  grantTypes: [],
  clientAuthMethods: [],
  additionalConfig: {},
  status: 'ACTIVE' as const,
})
