import { describe, expect, test } from 'vitest'
import { newFolder, readService, vocabulary } from './folder.ts'
import { type } from './terminal.ts'

const act = (more: object) => ({
  authentication: { acrAnyOf: ['mosip:idp:acr:generated-code'], maxAge: 'PT1H' },
  ...more,
})
const accept = (more: object) =>
  act({ accept: [{ trustFrameworks: ['eidas'], claims: { name: 'essential' }, ...more }] })

const lint = async (only: object, release = '1.8') => {
  const write = newFolder()
  write('vocabulary.json', vocabulary)
  const file = write('omera-bank.json', { ...readService('omera-bank'), acts: { only } })
  const { status, out } = await type(['policy', 'lint', '--json', '--release', release, '--service', file])
  const { findings }: { findings: { code: string; severity: string; where: string; remedy: string }[] } =
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
