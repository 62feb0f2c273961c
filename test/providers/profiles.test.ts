import { describe, expect, it } from 'vitest'
import type { ProviderProfile } from '../../shared/domain/provider/profile.ts'
import { profiles } from '../../shared/providers/index.ts'

const all = [...profiles.values()].map((profile): [string, ProviderProfile] => [profile.release, profile])

/** What the standards would make one expect, setting by setting; whoever differs must say so. */
const standard: Readonly<Record<string, (profile: ProviderProfile) => boolean>> = {
  'clientAssertion.audience': ({ clientAssertion }) => clientAssertion.audience === 'issuer',
  'clientAssertion.algorithm': ({ clientAssertion }) => clientAssertion.algorithm === 'PS256',
  pushedAuthorizationRequests: ({ pushedAuthorizationRequests }) => pushedAuthorizationRequests === 'always',
  longestRequestUriSeconds: ({ longestRequestUriSeconds }) => longestRequestUriSeconds <= 600,
  issuerParameter: ({ issuerParameter }) => issuerParameter === 'always',
  proofOfPossession: ({ proofOfPossession }) => proofOfPossession !== 'never',
  'idToken.issuerSuffixes': ({ idToken }) => idToken.issuerSuffixes.join() === '',
  'idToken.accessTokenHash': ({ idToken }) => idToken.accessTokenHash === 'required',
  'userInfo.issuerSuffixes': ({ userInfo }) => userInfo.issuerSuffixes.join() === '',
  'userInfo.algorithms': ({ userInfo, idToken }) => userInfo.algorithms.join() === idToken.algorithms.join(),
  'userInfo.issuedAt': () => false,
  'verifiedClaims.release': ({ verifiedClaims }) => verifiedClaims.release === 'asserted',
  'verifiedClaims.timeWithoutZone': ({ verifiedClaims }) => verifiedClaims.timeWithoutZone === 'refuse',
}

describe.each(all)('the profile of release %s', (release, profile) => {
  it('names its release', () => {
    expect(profile).toMatchObject({ release, name: `esignet-${release}` })
  })

  it('says of every setting that departs from the standards that it does, and why', () => {
    const said = profile.deviations.map(({ setting }) => setting)
    const departs = Object.entries(standard).flatMap(([setting, holds]) => (holds(profile) ? [] : [setting]))
    // RS256 in UserInfo is a departure too where both artefacts are RS256: metadata of those releases names it rightly.
    const expected = departs.filter((setting) => setting !== 'userInfo.algorithms')
    expect(said).toEqual(expect.arrayContaining(expected))
    expect(said.every((setting) => setting in standard)).toBe(true)
    for (const { clause, why } of profile.deviations) expect(`${clause}${why}`.length).toBeGreaterThan(20)
  })

  it('never accepts an unsigned or symmetric algorithm', () => {
    for (const algorithm of [...profile.idToken.algorithms, ...profile.userInfo.algorithms])
      expect(['PS256', 'RS256', 'ES256', 'EdDSA']).toContain(algorithm)
  })

  it('sorts every word of the provider into one of the plain outcomes, once', () => {
    const words = profile.errors.flatMap(({ errors }) => errors)
    expect(new Set(words).size).toBe(words.length)
  })
})
