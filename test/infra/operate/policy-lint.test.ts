import { describe, expect, test } from 'vitest'
import { newFolder, readService, vocabulary } from './folder.ts'
import { type } from './terminal.ts'

const act = (more: object) => ({
  authentication: { acrAnyOf: ['mosip:idp:acr:generated-code'], maxAge: 'PT1H' },
  ...more,
})
const accept = (more: object) =>
  act({ accept: [{ trustFrameworks: ['eidas'], claims: { name: 'essential' }, ...more }] })

const lint = async (only: object, release = '1.8', known: object = vocabulary) => {
  const write = newFolder()
  write('vocabulary.json', known)
  write('other.json', { purpose: 'https://vocab.example/purpose/other' })
  const file = write('omera-bank.json', { ...readService('omera-bank'), acts: { only } })
  const { status, out } = await type(['policy', 'lint', '--json', '--release', release, '--service', file])
  const { findings }: { findings: { code: string; severity: string; where: string; found: string; remedy: string }[] } =
    JSON.parse(out)
  const told = findings.map(({ code, severity, where }) => `${severity} ${code} ${where.replace(`${file}, `, '')}`)
  return { status, told, findings }
}

describe('what can never be satisfied, and where it stands', () => {
  const acr = (...names: string[]) => ({
    authentication: { acrAnyOf: names.map((name) => `mosip:idp:acr:${name}`), maxAge: 'PT1H' },
  })
  test.each([
    [acr('static-code'), '2.0', 'wrong acr-not-offered acts.only.authentication.acrAnyOf'],
    [acr('static-code', 'biometrics'), '2.0', 'doubtful acr-partly-offered acts.only.authentication.acrAnyOf'],
    [acr('handshake'), '1.8', 'wrong acr-not-offered acts.only.authentication.acrAnyOf'],
    [accept({ trustFrameworks: ['nobody'] }), '1.8', 'wrong framework-unknown acts.only.accept[0].trustFrameworks'],
    [
      accept({ assuranceLevel: { atLeast: 'standard' } }),
      '1.8',
      'wrong level-not-on-ladder acts.only.accept[0].assuranceLevel',
    ],
    [
      accept({ trustFrameworks: ['eidas', 'westalis-nid'], assuranceLevel: { atLeast: 'high' } }),
      '1.8',
      'doubtful level-not-on-ladder acts.only.accept[0].assuranceLevel',
    ],
    [act({ claims: { family_name: 'essential' } }), '2.0', 'wrong claim-not-registrable acts.only.claims'],
    [act({ claims: { family_name: 'essential' } }), '1.6', 'doubtful claim-not-in-default acts.only.claims'],
    [accept({}), '2.0', 'wrong verified-claims-unsupported acts.only.accept'],
    [accept({ declared: true }), '2.0', 'doubtful verified-claims-declared-only acts.only.accept'],
  ])('%j at %s', async (only, release, finding) => {
    const { status, told, findings } = await lint(only, release)
    expect(told).toEqual([finding])
    expect(findings[0]?.remedy).not.toBe('')
    expect(status).toBe(finding.startsWith('wrong') ? 1 : 0)
  })

  const risk = (...rules: object[]) => ({ ...accept({}), risk: rules })
  const reuse = (...fromPurposes: string[]) => ({ ...accept({}), reuse: { fromPurposes, consent: 'required' } })
  test.each([
    [
      risk({ when: { amount: { above: 5, below: 5 } }, outcome: 'deny' }),
      'wrong risk-rule-never-matches acts.only.risk[0].when.amount',
    ],
    [
      risk(
        { when: { amount: { above: 100 } }, outcome: 'manual-review' },
        { when: { amount: { above: 1000 }, country: { in: ['XX'] } }, outcome: 'deny' },
      ),
      'wrong risk-rule-shadowed acts.only.risk[1]',
    ],
    [
      risk({ when: { amount: { above: 1 } }, outcome: 'deny', authentication: { maxAge: 'PT1M' } }),
      'doubtful risk-rule-half-unread acts.only.risk[0]',
    ],
    [
      risk({ when: { amount: { above: 1 } }, authentication: { acrAnyOf: ['mosip:idp:acr:biometric'] } }),
      'wrong acr-not-offered acts.only.risk[0].authentication.acrAnyOf',
    ],
    [
      risk({
        when: { amount: { above: 1 } },
        accept: [{ trustFrameworks: ['eidas'], assuranceLevel: { atLeast: 'gold' }, claims: { name: 'essential' } }],
      }),
      'wrong level-not-on-ladder acts.only.risk[0].accept[0].assuranceLevel',
    ],
    [
      risk({ when: { amount: { above: 1 } }, authentication: { maxAge: 'PT0S' } }),
      'wrong age-of-nothing acts.only.risk[0].authentication.maxAge',
    ],
    [accept({ verifiedWithin: 'P0D' }), 'wrong age-of-nothing acts.only.accept[0].verifiedWithin'],
    [accept({ trustFrameworks: ['eidas', 'nobody'] }), 'wrong framework-unknown acts.only.accept[0].trustFrameworks'],
    [reuse('https://vocab.example/nobody'), 'wrong purpose-of-nobody acts.only.reuse.fromPurposes'],
    [
      reuse('https://vocab.veridonia.example/purpose/account-opening'),
      'doubtful reuse-of-own-purpose acts.only.reuse.fromPurposes',
    ],
    [
      act({ reuse: { fromPurposes: ['https://vocab.example/purpose/other'], consent: 'required' } }),
      'doubtful reuse-of-nothing acts.only.reuse',
    ],
  ])('%j', async (only, finding) => {
    const { status, told, findings } = await lint(only)
    expect(told).toEqual([finding])
    expect(findings[0]?.remedy).not.toBe('')
    expect(status).toBe(finding.startsWith('wrong') ? 1 : 0)
  })

  test('the narrower rule first is as it should be', async () => {
    const narrow = { when: { amount: { above: 1000 } }, outcome: 'deny' }
    expect((await lint(risk(narrow, { when: { amount: { above: 100 } }, outcome: 'manual-review' }))).told).toEqual([])
  })

  test.each([
    [accept({ trustFrameworks: ['eidsa'] }), 'eidsa (did you mean "eidas"?)'],
    [accept({ assuranceLevel: { atLeast: 'hihg' } }), 'hihg (did you mean "high"?)'],
    [accept({ claims: { birthdat: 'essential' } }), 'birthdat (did you mean "birthdate"?)'],
    [
      { authentication: { acrAnyOf: ['mosip:idp:acr:biometric'], maxAge: 'PT1H' } },
      'mosip:idp:acr:biometric (did you mean "mosip:idp:acr:biometrics"?)',
    ],
  ])('%j is told with the nearest right spelling', async (only, found) => {
    expect((await lint(only)).findings.map((finding) => finding.found)).toEqual([found])
  })

  test('a verifier that the vocabulary does not have is doubtful where it has a list', async () => {
    const verifiers = ['eidas-verifier.veridonia.example']
    const known = { trustFrameworks: { eidas: { name: 'eIDAS', levels: ['high'], verifiers } } }
    expect((await lint(accept({ verifiers }), '1.8', known)).told).toEqual([])
    expect(
      (await lint(accept({ verifiers: ['eidas-verifier.veridonia.exampel'] }), '1.8', known)).findings,
    ).toMatchObject([
      { code: 'verifier-unknown', severity: 'doubtful', found: expect.stringContaining('did you mean') },
    ])
  })

  test.each(['1.5', '1.6', '1.7', '1.8'])('and at %s an act that can be satisfied has none', async (release) => {
    expect((await lint(accept({ assuranceLevel: { atLeast: 'high' } }), release)).told).toEqual([])
  })
})

test('the services that come with the repository can be satisfied at the release of the practice stage', async () => {
  const { status, out } = await type(['policy', 'lint', '--service', 'all'])
  expect(out).toContain('acts looked at. Nothing is wrong')
  expect(status).toBe(0)
})

test('a file that is not there, and a stage that is not written down', async () => {
  const nowhere = await type(['policy', 'lint', '--service', 'services/nobody.json'])
  expect(nowhere).toMatchObject({ status: 2, err: expect.stringContaining('services/nobody.json cannot be read') })
  const nostage = await type(['policy', 'lint', '--service', 'all', '--stage', 'lasting'])
  expect(nostage).toMatchObject({ status: 1, err: expect.stringContaining('give it as --release') })
})
