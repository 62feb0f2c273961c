import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAcr } from '../../../shared/domain/claims/checks/acr.ts'
import { idTokenChecks } from '../../../shared/domain/claims/checks/index.ts'
import type { Expectations } from '../../../shared/domain/claims/expectations.ts'
import { judgeIdentity, judgeIdToken } from '../../../shared/domain/claims/judge-identity.ts'
import type { ClaimsSet, SignedClaims } from '../../../shared/domain/claims/signed-claims.ts'
import { esignet18 } from '../../../shared/providers/esignet/release-1.8.ts'
import { esignet20 } from '../../../shared/providers/esignet/release-2.0.ts'

const now = 1_800_000_000
const expected: Expectations = {
  issuer: 'https://esignet.example',
  profile: esignet18,
  clientId: 'client',
  nonce: 'the-nonce',
  accessTokenHash: 'hash',
  acrValues: ['mosip:idp:acr:generated-code', 'mosip:idp:acr:biometrics'],
  startedAt: now - 120,
  now,
}
const good = {
  iss: 'https://esignet.example',
  aud: 'client',
  sub: 'subject-1',
  exp: now + 3600,
  iat: now,
  nonce: 'the-nonce',
  at_hash: 'hash',
  auth_time: now - 30,
  acr: 'mosip:idp:acr:generated-code',
}
/** Test-only: signatures are the business of test/adapters/jose. */
const signed = (claims: ClaimsSet) => ({ claims, keyId: 'k' }) as unknown as SignedClaims
const judged = (change: ClaimsSet, wish: Partial<Expectations> = {}) => {
  const result = judgeIdToken(signed({ ...good, ...change }), { ...expected, ...wish })
  return result.ok ? 'accepted' : result.refusal.code
}

describe('the ID token', () => {
  it('is accepted when it says what it must', () => {
    expect(judged({})).toBe('accepted')
  })

  it.each([
    ['aud as a list of us', { aud: ['client'] }],
    ['azp that is us', { azp: 'client' }],
    ['acr with several values, one of them ours', { acr: 'something mosip:idp:acr:biometrics' }],
    ['an unknown member', { anything: { at: 'all' } }],
    ['a clock a little behind', { iat: now + 59, auth_time: now + 59 }],
    ['an nbf that has passed', { nbf: now }],
    ['an end that is now', { exp: now }],
    ['the earliest times there may be', { iat: now - 300, auth_time: now - 180, exp: now - 59 }],
    ['the latest times there may be', { iat: now + 60, auth_time: now + 60, nbf: now + 60, exp: now + 86_400 }],
  ])('is accepted with %s', (_, change) => {
    expect(judged(change)).toBe('accepted')
  })

  it.each([
    ['another issuer', { iss: 'https://evil.example' }, 'issuer-mismatch'],
    ['issuer with a slash', { iss: 'https://esignet.example/' }, 'issuer-mismatch'],
    ['issuer in a list', { iss: ['https://esignet.example'] }, 'issuer-mismatch'],
    ['the userinfo form of the issuer', { iss: 'https://esignet.example/v1/esignet' }, 'issuer-mismatch'],
    ['no issuer', { iss: undefined }, 'issuer-mismatch'],
    ['another audience', { aud: 'someone' }, 'audience-mismatch'],
    ['no audience', { aud: undefined }, 'audience-mismatch'],
    ['an empty audience', { aud: [] }, 'audience-mismatch'],
    ['a stranger beside us', { aud: ['client', 'stranger'] }, 'audience-mismatch'],
    ['a stranger beside us, azp us', { aud: ['client', 'stranger'], azp: 'client' }, 'audience-mismatch'],
    ['azp a stranger', { azp: 'stranger' }, 'authorized-party-mismatch'],
    ['expired', { exp: now - 60 }, 'token-expired'],
    ['exp of more than a day ahead', { exp: now + 86_401 }, 'token-expired'],
    ['exp in half seconds', { exp: now + 60.5 }, 'token-expired'],
    ['exp as text', { exp: `${now + 60}` }, 'token-expired'],
    ['exp without end', { exp: Number.POSITIVE_INFINITY }, 'token-expired'],
    ['exp in the year 9999', { exp: 253_370_764_800 }, 'token-expired'],
    ['no exp', { exp: undefined }, 'token-expired'],
    ['iat in the future', { iat: now + 61 }, 'issued-at-implausible'],
    ['iat of last week', { iat: now - 7 * 86_400 }, 'issued-at-implausible'],
    ['iat of more than five minutes ago', { iat: now - 301 }, 'issued-at-implausible'],
    ['no iat', { iat: undefined }, 'issued-at-implausible'],
    ['nbf in the future', { nbf: now + 61 }, 'issued-at-implausible'],
    ['nbf that is no time', { nbf: 0 }, 'issued-at-implausible'],
    ['another nonce', { nonce: 'other' }, 'nonce-mismatch'],
    ['nonce in a list', { nonce: ['the-nonce'] }, 'nonce-mismatch'],
    ['no nonce', { nonce: undefined }, 'nonce-mismatch'],
    ['another access token', { at_hash: 'other' }, 'access-token-hash-mismatch'],
    ['no at_hash', { at_hash: undefined }, 'access-token-hash-mismatch'],
    ['no subject', { sub: undefined }, 'subject-invalid'],
    ['a number as subject', { sub: 7 }, 'subject-invalid'],
    ['an empty subject', { sub: '' }, 'subject-invalid'],
    ['a subject of 256', { sub: 's'.repeat(256) }, 'subject-invalid'],
    ['a broken character in the subject', { sub: 'sub\ufffd' }, 'subject-invalid'],
    ['a control character in the subject', { sub: 'sub\u0000' }, 'subject-invalid'],
    ['no auth_time', { auth_time: undefined }, 'auth-time-implausible'],
    ['authenticated before we asked', { auth_time: now - 120 - 61 }, 'auth-time-implausible'],
    ['authenticated in the future', { auth_time: now + 61 }, 'auth-time-implausible'],
    ['no acr', { acr: undefined }, 'acr-unmet'],
    ['a weaker acr', { acr: 'mosip:idp:acr:static-code' }, 'acr-unmet'],
    ['an acr that only starts like ours', { acr: 'mosip:idp:acr:generated-code-v2' }, 'acr-unmet'],
  ])('is refused with %s', (_, change, code) => {
    expect(judged(change)).toBe(code)
  })

  it('may leave out what its release leaves out, but not say it wrongly', () => {
    const lenient = { ...esignet18, idToken: { ...esignet18.idToken, authTime: 'optional' } } as const
    expect(judged({ at_hash: undefined }, { profile: esignet20 })).toBe('accepted')
    expect(judged({ at_hash: 'other' }, { profile: esignet20 })).toBe('access-token-hash-mismatch')
    expect(judged({ auth_time: undefined }, { profile: lenient })).toBe('accepted')
    expect(judged({ auth_time: now - 181 }, { profile: lenient })).toBe('auth-time-implausible')
  })

  it('names every factor once, and none where it says nothing of the kind', () => {
    const said = judgeIdToken(signed({ ...good, acr: ' b  mosip:idp:acr:biometrics b ' }), expected)
    expect(said).toMatchObject({ value: { acr: ['b', 'mosip:idp:acr:biometrics'] } })
    expect(readAcr(['mosip:idp:acr:biometrics'])).toEqual([])
  })

  it('is never accepted with any one claim changed to anything else', () => {
    const claims = fc.constantFrom('iss', 'aud', 'sub', 'exp', 'iat', 'nonce', 'at_hash', 'auth_time', 'acr')
    fc.assert(
      fc.property(claims, fc.jsonValue(), (claim, value) => {
        const result = judgeIdToken(signed({ ...good, [claim]: value }), expected)
        if (!result.ok) return true
        // What still passes is a time within its bounds, a subject, our audience as a list, or an acr that is met.
        return (
          (claim === 'sub' && typeof value === 'string') ||
          (['exp', 'iat', 'auth_time'].includes(claim) && typeof value === 'number') ||
          JSON.stringify(value) === '["client"]'
        )
      }),
      { numRuns: 2000 },
    )
  })

  it('has every check do something: without any one of them a bad token passes', () => {
    const bad = ['iss', 'aud', 'azp', 'exp', 'iat', 'nonce', 'at_hash', 'sub', 'auth_time', 'acr']
    expect(idTokenChecks).toHaveLength(bad.length)
    for (const [index, claim] of bad.entries()) {
      const token = { ...good, [claim]: claim === 'azp' ? 'stranger' : null }
      const refusing = idTokenChecks.filter((check) => check(token, expected) !== undefined)
      expect(refusing, claim).toEqual([idTokenChecks[index]])
    }
  })
})

describe('UserInfo', () => {
  const who = judgeIdToken(signed(good), expected)
  const userInfo = { iss: 'https://esignet.example/v1/esignet', sub: 'subject-1', aud: 'client' }
  const identity = (change: ClaimsSet, wish: Partial<Expectations> = {}) => {
    if (!who.ok) throw new Error('the ID token of this test is good')
    return judgeIdentity(who.value, signed({ ...userInfo, ...change }), { ...expected, ...wish })
  }

  it('may name the issuer as the identity system does', () => {
    expect(identity({})).toMatchObject({ ok: true })
    expect(identity({ iss: 'https://esignet.example' })).toMatchObject({ ok: true })
  })

  it.each([
    ['another issuer', { iss: 'https://evil.example/v1/esignet' }, 'userinfo-issuer-mismatch'],
    ['no issuer', { iss: undefined }, 'userinfo-issuer-mismatch'],
    ['another audience', { aud: 'partner-7' }, 'userinfo-audience-mismatch'],
    ['two audiences', { aud: ['client', 'partner-7'] }, 'userinfo-audience-mismatch'],
    ['no audience', { aud: undefined }, 'userinfo-audience-mismatch'],
    ['another subject', { sub: 'subject-2' }, 'userinfo-subject-mismatch'],
    ['a subject in other case', { sub: 'SUBJECT-1' }, 'userinfo-subject-mismatch'],
    ['no subject', { sub: undefined }, 'userinfo-subject-mismatch'],
    ['verified claims that are none', { verified_claims: 'yes' }, 'verified-claims-malformed'],
    ['an end that is over', { exp: now - 60 }, 'userinfo-stale'],
    ['an end in milliseconds', { exp: now * 1000 }, 'userinfo-stale'],
    ['a birth of more than five minutes ago', { iat: now - 301 }, 'userinfo-stale'],
    ['a birth of last week', { iat: now - 7 * 86_400 }, 'userinfo-stale'],
    ['a birth in the future', { iat: now + 61 }, 'userinfo-stale'],
    ['a birth that is no time', { iat: 'now' }, 'userinfo-stale'],
    ['a nonce, as only an ID token has', { nonce: 'the-nonce' }, 'token-type-mismatch'],
    ['an at_hash, as only an ID token has', { at_hash: 'hash' }, 'token-type-mismatch'],
    ['a client_id, as only an access token has', { client_id: 'client' }, 'token-type-mismatch'],
    ['a scope, as only an access token has', { scope: 'openid' }, 'token-type-mismatch'],
    ['a bound key, as only an access token has', { cnf: { jkt: 'x' } }, 'token-type-mismatch'],
  ])('is refused with %s', (_, change, code) => {
    expect(identity(change)).toMatchObject({ ok: false, refusal: { code } })
  })

  it('may say when it was written, if that was now', () => {
    expect(identity({ iat: now - 1, exp: now + 60 })).toMatchObject({ ok: true })
    expect(identity({ iat: now - 300, exp: now - 59 })).toMatchObject({ ok: true })
    expect(identity({ iat: now + 60 })).toMatchObject({ ok: true })
  })

  it('of a release that cannot assert is believed about a verification only as far as an operator declares it', () => {
    const profile = esignet20
    const asserted = { verification: { trust_framework: 'eidas' }, claims: { name: 'One' } }
    const declares = { trustFramework: 'westalis-nid', verifier: 'ministry.example', claims: ['email'] }
    const said = { email: 'one@example.org', verified_claims: asserted }
    expect(identity(said, { profile })).toMatchObject({ ok: true, value: { verifiedClaims: [] } })
    expect(identity(said, { profile, declares })).toMatchObject({
      value: { verifiedClaims: [{ origin: 'declared', trustFramework: 'westalis-nid', claimNames: ['email'] }] },
    })
    expect(identity(said, { declares })).toMatchObject({ value: { verifiedClaims: [{ origin: 'asserted' }] } })
  })

  it('keeps what it says about the person, and nothing about itself', () => {
    const result = identity({
      email: 'one@example.org',
      birthdate: '1990/01/31',
      'name#eng': 'One',
      'name#khm': 'មួយ',
      gender: '',
    })
    expect(result).toMatchObject({
      ok: true,
      value: {
        providerSubject: 'subject-1',
        acr: ['mosip:idp:acr:generated-code'],
        authTime: good.auth_time,
        claims: { email: 'one@example.org', birthdate: '1990-01-31', 'name#en': 'One', 'name#km': 'មួយ' },
        verifiedClaims: [],
      },
    })
    if (result.ok) expect(Object.keys(result.value.claims).sort()).toEqual(['birthdate', 'email', 'name#en', 'name#km'])
  })

  it('never becomes an identity about somebody else, whatever it holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (members, sub) => {
        fc.pre(sub !== 'subject-1')
        return !identity({ ...members, sub }).ok
      }),
    )
  })
})
