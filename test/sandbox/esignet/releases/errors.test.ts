import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Release, type RunningEsignet, startEsignet } from '../../../../sandbox/esignet/start.ts'
import { people } from '../people.ts'
import type { Form } from '../relying-party.ts'
import { newReleaseParty, type ReleaseParty, releases } from './release-party.ts'

let esignet: RunningEsignet
let parties: ReadonlyMap<Release, ReleaseParty>
beforeAll(async () => {
  esignet = await startEsignet({ port: 0, identities: people, verificationMetadata: 'as-mock', releases })
  parties = new Map(
    await Promise.all(
      releases.map(async (release) => [release, await newReleaseParty(esignet.deployment(release))] as const),
    ),
  )
})
const partyOf = (release: Release): ReleaseParty => {
  const party = parties.get(release)
  if (!party) throw new Error(`no party of ${release}`)
  return party
}
afterAll(() => esignet.close())

const groups = [
  ['raw codes', ['1.5', '1.6']],
  ['collapsed codes', ['1.7', '1.8']],
  ['codes of RFC 6749', ['2.0']],
] as const
type Answer = readonly [status: number, error: string]

/** One mistake each, and what the three manners make of it. */
const mistakes: readonly (readonly [what: string, wrong: Form, raw: Answer, collapsed: Answer, rfc: Answer])[] = [
  [
    'grant type',
    { grant_type: 'password' },
    [400, 'unsupported_grant_type'],
    [400, 'unsupported_grant_type'],
    [400, 'unsupported_grant_type'],
  ],
  ['code', { code: 'unknown' }, [400, 'invalid_transaction'], [400, 'invalid_grant'], [400, 'invalid_grant']],
  [
    'client_id',
    { client_id: 'somebody' },
    [400, 'invalid_client_id'],
    [400, 'invalid_request'],
    [401, 'invalid_client'],
  ],
  [
    'redirect_uri',
    { redirect_uri: 'https://bank.example/other' },
    [400, 'invalid_redirect_uri'],
    [400, 'invalid_request'],
    [400, 'invalid_grant'],
  ],
  [
    'verifier',
    { code_verifier: 'wrong' },
    [400, 'invalid_transaction'],
    [400, 'invalid_grant'],
    [400, 'invalid_grant'],
  ],
  [
    'assertion',
    { client_assertion: 'rubbish' },
    [400, 'invalid_assertion'],
    [400, 'invalid_client'],
    [401, 'invalid_client'],
  ],
]

describe.each(groups)('%s', (_name, members) => {
  describe.each(members)('release %s', (release) => {
    test.each(mistakes)('a wrong %s', async (_what, wrong, ...answers) => {
      const party = partyOf(release)
      const { status, body, headers } = await party.redeem(await party.code(), wrong)
      const manner = groups.findIndex(([, those]) => those.some((each) => each === release))
      expect([status, body.error]).toEqual(answers[manner])
      expect(headers.get('cache-control')).toContain('no-store')
    })

    test('an identity system that is down', async () => {
      const deployment = esignet.deployment(release)
      const party = partyOf(release)
      const code = await party.code()
      deployment.fault('identity-system-down', 1)
      const { status, body } = await party.redeem(code)
      const expected: Record<string, Answer> = {
        'raw codes': [500, 'data_exchange_failed'],
        'collapsed codes': [400, 'invalid_request'],
        'codes of RFC 6749': [500, 'server_error'],
      }
      expect([status, body.error]).toEqual(expected[_name])
      // Only the Go line has spent the code with the attempt.
      const again = await party.redeem(code)
      expect(again.status).toBe(release === '2.0' ? 400 : 200)
    })
  })
})

describe('client assertions', () => {
  type Rule = readonly [what: string, claims: Record<string, unknown>, accepts: Readonly<Record<Release, boolean>>]
  const all = (...those: boolean[]) =>
    Object.fromEntries(releases.map((release, index) => [release, those[index] ?? false]))
  const second = () => Math.floor(Date.now() / 1000)
  const verdict = async (party: ReleaseParty, claims: Record<string, unknown>, header?: { kid?: string }) =>
    (await party.redeem(await party.code(), { client_assertion: await party.assertion(claims, header) })).status === 200

  const rules: readonly [
    what: string,
    claims: (party: ReleaseParty) => Record<string, unknown>,
    header: object,
    Rule[2],
  ][] = [
    [
      'the token endpoint as audience',
      (party) => ({ aud: party.endpoint('token_endpoint') }),
      { kid: 'sig-1' },
      accepts(true, true, true, true, false),
    ],
    [
      'the issuer as audience',
      (party) => ({ aud: party.endpoint('issuer') }),
      { kid: 'sig-1' },
      accepts(false, false, true, true, true),
    ],
    [
      'the right audience in an array',
      (party) => ({ aud: [party.endpoint(party.release < '1.7' ? 'token_endpoint' : 'issuer')] }),
      { kid: 'sig-1' },
      accepts(true, true, true, true, false),
    ],
    ['no kid', () => ({}), {}, accepts(true, true, true, true, false)],
    ['no iat', () => ({ iat: undefined }), { kid: 'sig-1' }, accepts(false, false, true, true, true)],
    ['no jti', () => ({ jti: undefined }), { kid: 'sig-1' }, accepts(true, false, false, false, false)],
    ['exp two seconds ago', () => ({ exp: second() - 2 }), { kid: 'sig-1' }, accepts(false, true, true, true, true)],
  ]
  function accepts(...those: [boolean, boolean, boolean, boolean, boolean]): Rule[2] {
    const [v15, v16, v17, v18, v20] = those
    return { '1.5': v15, '1.6': v16, '1.7': v17, '1.8': v18, '2.0': v20 }
  }
  test.each(rules)('%s', async (_what, claims, header, expected) => {
    const verdicts = all(
      ...(await Promise.all(
        releases.map(async (release) => {
          const party = partyOf(release)
          return verdict(party, claims(party), header)
        }),
      )),
    )
    expect(verdicts).toEqual(expected)
  })

  test('a jti twice: nobody minds before 1.7', async () => {
    for (const release of releases) {
      const party = partyOf(release)
      const jti = `twice-${release}`
      expect(await verdict(party, { jti })).toBe(true)
      expect([release, await verdict(party, { jti })]).toEqual([release, release < '1.7'])
    }
  })
})

test('userinfo words a missing token differently before 1.7 and in the Go line', async () => {
  for (const [release, challenge] of [
    ['1.5', 'error="missing_header"'],
    ['1.6', 'error="missing_header"'],
    ['1.7', 'error="invalid_token"'],
    ['2.0', 'Bearer error="invalid_token"'],
  ] as const) {
    const party = partyOf(release)
    const answer = await fetch(party.endpoint('userinfo_endpoint'))
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, challenge])
  }
})

test('a nonce may repeat in 1.5 and 2.0 only', async () => {
  for (const release of releases) {
    const party = partyOf(release)
    const form = party.authorization()
    await party.code(form)
    const again = party.code(form)
    if (release === '1.5' || release === '2.0') expect(await again).not.toBe('')
    else await expect(again).rejects.toThrow('invalid_request')
  }
})

test('a person who cancels is told in the word of the release, in the Go line with issuer and state', async () => {
  for (const [release, error] of [
    ['1.6', 'consent_request_rejected'],
    ['1.7', 'consent_request_rejected'],
    ['1.8', 'access_denied'],
    ['2.0', 'access_denied'],
  ] as const) {
    const deployment = esignet.deployment(release)
    const party = partyOf(release)
    const form = party.authorization({ scope: 'openid email' })
    const back = await party.login(form, { consent: 'cancel' })
    expect(back.searchParams.get('error')).toBe(error)
    expect(back.searchParams.get('state')).toBe(form.state)
    expect(back.searchParams.get('iss')).toBe(release === '2.0' ? deployment.issuer : null)
  }
})
