import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { checkFiles } from '../../../shared/adapters/service-files/check.ts'
import { tellMistake, tellMistakes } from '../../../shared/adapters/service-files/mistake.ts'
import { nearest } from '../../../shared/adapters/service-files/nearest.ts'

type Json = Readonly<Record<string, unknown>>
const bank: Json = JSON.parse(readFileSync('services/omera-bank.json', 'utf8'))
const vocabulary = { trustFrameworks: { eidas: { name: 'eIDAS', levels: ['low', 'substantial', 'high'] } } }
const acrValues = ['mosip:idp:acr:generated-code', 'mosip:idp:acr:biometrics']

/** A good file in which one place is different. */
const changed = (file: Json, path: readonly (string | number)[], value: unknown): Json => {
  const copy = structuredClone(file)
  const parent = path.slice(0, -1).reduce((at: object, part) => Reflect.get(at, part), copy)
  const last = path.at(-1) ?? ''
  if (value === undefined) Reflect.deleteProperty(parent, last)
  else Reflect.set(parent, last, value)
  return copy
}

const mistakes = (...files: readonly Json[]): readonly string[] => {
  const named = Object.fromEntries(files.map((file, at) => [at === 0 ? 'omera-bank.json' : `other-${at}.json`, file]))
  const checked = checkFiles(named, vocabulary, { acrValues })
  return checked.ok ? [] : checked.mistakes.map((mistake) => tellMistake(mistake).trim())
}

const wrong = (path: readonly (string | number)[], value: unknown) => mistakes(changed(bank, path, value))

const open = ['acts', 'open-account']
const accept = [...open, 'accept', 0]
const risk = (rule: object) => [rule]

test('the file of the bank is as it should be', () => {
  expect(mistakes(bank)).toEqual([])
})

describe('what is wrong is told with its place, what was found, what was expected, and what was meant', () => {
  it.each([
    [
      'a misspelt member',
      [...open, 'authentication'],
      { acrAnyOf: acrValues, maxage: 'PT1H' },
      [
        'acts.open-account.authentication.maxage: found a member of this name, expected only acrAnyOf, maxAge; did you mean "maxAge"?',
      ],
    ],
    [
      'a member that is missing',
      [...open, 'authentication'],
      { acrAnyOf: acrValues },
      ['acts.open-account.authentication.maxAge: found nothing, expected a text such as "PT30M"'],
    ],
    [
      'a wish nobody can have',
      [...accept, 'claims', 'name'],
      'esential',
      [
        'acts.open-account.accept[0].claims.name: found "esential", expected one of: essential, voluntary; did you mean "essential"?',
      ],
    ],
    [
      'a framework nobody knows',
      [...accept, 'trustFrameworks', 0],
      'eidsa',
      [
        'acts.open-account.accept[0].trustFrameworks[0]: found "eidsa", expected a framework of the vocabulary: eidas; did you mean "eidas"?',
      ],
    ],
    [
      'a level of another ladder',
      [...accept, 'assuranceLevel', 'atLeast'],
      'substancial',
      [
        'acts.open-account.accept[0].assuranceLevel.atLeast: found "substancial", expected a level of eidas: low, substantial, high; did you mean "substantial"?',
      ],
    ],
    [
      'a way to log in nobody offers',
      [...open, 'authentication', 'acrAnyOf', 0],
      'mosip:idp:acr:generated_code',
      [
        'acts.open-account.authentication.acrAnyOf[0]: found "mosip:idp:acr:generated_code", expected a way to log in: mosip:idp:acr:generated-code, mosip:idp:acr:biometrics; did you mean "mosip:idp:acr:generated-code"?',
      ],
    ],
    [
      'one in a risk rule',
      [...open, 'risk'],
      risk({ when: { amount: { above: 1 } }, authentication: { acrAnyOf: ['mosip:idp:acr:biometric'] } }),
      [
        'acts.open-account.risk[0].authentication.acrAnyOf[0]: found "mosip:idp:acr:biometric", expected a way to log in: mosip:idp:acr:generated-code, mosip:idp:acr:biometrics; did you mean "mosip:idp:acr:biometrics"?',
      ],
    ],
    [
      'a duration that is none',
      [...open, 'authentication', 'maxAge'],
      '30 minutes',
      [
        'acts.open-account.authentication.maxAge: found "30 minutes", expected an ISO 8601 duration such as PT30M, P5D or P1Y',
      ],
    ],
    [
      'an act of no name',
      ['acts', 'Open Account'],
      bank,
      [expect.stringMatching(/^acts\.Open Account: found the name/)],
    ],
    ['no act', ['acts'], {}, ['acts: found nothing in it, expected at least one act']],
    ['a list that is empty', ['returnTo'], [], ['returnTo: found an empty list, expected at least 1 entry']],
    [
      'a place on another host',
      ['returnTo', 0],
      '//evil.example/',
      ['returnTo[0]: found "//evil.example/", expected a path of the portal such as /app/, or an absolute https URL'],
    ],
    ['no URL', ['purpose'], 'banking', ['purpose: found "banking", expected an absolute URL']],
    [
      'a condition without any',
      [...open, 'risk'],
      risk({ when: { amount: {} }, outcome: 'deny' }),
      [
        'acts.open-account.risk[0].when.amount: found nothing in it, expected at least one of above, below, in, notIn, is, absent',
      ],
    ],
    [
      'a rule that changes nothing',
      [...open, 'risk'],
      risk({ when: { amount: { above: 1 } } }),
      ['acts.open-account.risk[0]: found an object, expected at least one of authentication, accept, outcome'],
    ],
    [
      'a consent nobody understands',
      [...open, 'reuse'],
      { fromPurposes: ['https://vocab.example/visa'], consent: 'not_required' },
      [
        'acts.open-account.reuse.consent: found "not_required", expected one of: required, not-required; did you mean "not-required"?',
      ],
    ],
  ])('%s', (_, path, value, expected) => {
    expect(wrong(path, value)).toEqual(expected)
  })

  it('is told all at once, of all files', () => {
    const other = changed(changed(bank, ['provider'], undefined), ['retention'], 'five years')
    const checked = checkFiles({ 'omera-bank.json': bank, 'other.json': other }, { trustFrameworks: {}, ladders: {} })
    if (checked.ok) throw new Error('accepted')
    expect(tellMistakes(checked.mistakes)).toBe(
      [
        'services/vocabulary.json cannot be used:',
        '  ladders: found a member of this name, expected only $schema, trustFrameworks, equivalences',
        'services/other.json cannot be used:',
        '  provider: found nothing, expected a text such as "esignet-veridonia"',
        '  retention: found "five years", expected an ISO 8601 duration such as PT30M, P5D or P1Y',
      ].join('\n'),
    )
  })

  it('is told of two files that are one service', () => {
    expect(mistakes(bank, bank)).toEqual(['id: found "omera-bank", expected an id that omera-bank.json does not have'])
  })
})

describe('the keys of a back end', () => {
  const jwkOf = (pair: { publicKey: { export(options: { format: 'jwk' }): object } }): Json => ({
    ...pair.publicKey.export({ format: 'jwk' }),
    kid: 'first',
  })
  const p256 = jwkOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }))
  const ed25519 = jwkOf(generateKeyPairSync('ed25519'))
  const rsa = jwkOf(generateKeyPairSync('rsa', { modulusLength: 2048 }))
  const withKeys = (...keys: readonly Json[]) => mistakes({ ...bank, backend: { jwks: { keys } } })

  it('are P-256, Ed25519, or RSA of 2048 bits', () => {
    expect(withKeys(p256)).toEqual([])
    expect(withKeys(ed25519)).toEqual([])
    expect(withKeys({ ...rsa, alg: 'PS256', use: 'sig' })).toEqual([])
    expect(withKeys(p256, { ...ed25519, kid: 'second' })).toEqual([])
  })

  it('are no others', () => {
    const at = 'backend.jwks.keys[0]'
    const weak = jwkOf(generateKeyPairSync('rsa', { modulusLength: 1024 }))
    expect(withKeys(weak)[0]).toMatch(/keys\[0\]\.n: found .* expected an RSA modulus of 2048 to 8192 bits/)
    expect(withKeys(jwkOf(generateKeyPairSync('ec', { namedCurve: 'P-384' })))[0]).toContain(`${at}.crv: found`)
    expect(withKeys({ kty: 'oct', k: 'c2VjcmV0', kid: 'first' })[0]).toContain(`${at}.kty: found`)
    expect(withKeys({ ...p256, kid: undefined })[0]).toContain(`${at}.kid: found nothing`)
    expect(withKeys({ ...p256, use: 'enc' })[0]).toContain(`${at}.use: found`)
    expect(withKeys({ ...p256, alg: 'HS256' })[0]).toContain(`${at}.alg: found`)
    expect(withKeys(p256, p256)).toEqual([
      'backend.jwks.keys: found a list of 2, expected a different kid for each key',
    ])
    expect(withKeys()).toEqual(['backend.jwks.keys: found an empty list, expected at least 1 entry'])
  })

  it('are never private, and one that is is not told to the log', () => {
    for (const kind of ['ec', 'rsa'] as const) {
      const pair =
        kind === 'ec'
          ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
          : generateKeyPairSync('rsa', { modulusLength: 2048 })
      const secret = pair.privateKey.export({ format: 'jwk' })
      const told = withKeys({ ...secret, kid: 'first' })
      expect(told[0]).toContain(
        'backend.jwks.keys[0].d: found a value that is not shown, expected no private member: only the public half',
      )
      expect(told.join()).not.toContain(String(secret.d).slice(0, 8))
    }
  })
})

describe('the vocabulary', () => {
  const check = (more: object) => {
    const checked = checkFiles({}, { ...vocabulary, ...more })
    return checked.ok ? [] : checked.mistakes.map((mistake) => tellMistake(mistake).trim())
  }
  const told = { declaredBy: 'Ministry of the Interior, decree 7', since: '2030-01-31' }
  const nest = { name: 'NIST', levels: ['ial1', 'ial2'] }
  const both = { trustFrameworks: { ...vocabulary.trustFrameworks, nist_800_63A: nest } }

  it('may say that one level counts as another, by whom and since when', () => {
    const countsAs = { framework: 'eidas', level: 'substantial' }
    expect(check({ ...both, equivalences: [{ framework: 'nist_800_63A', level: 'ial2', countsAs, ...told }] })).toEqual(
      [],
    )
    expect(check({ ...both, equivalences: [{ framework: 'nist_800_63A', level: 'ial3', countsAs, ...told }] })).toEqual(
      ['equivalences[0].level: found "ial3", expected a level of nist_800_63A: ial1, ial2; did you mean "ial1"?'],
    )
    expect(check({ ...both, equivalences: [{ framework: 'nist', level: 'ial2', countsAs, ...told }] })).toEqual([
      'equivalences[0].framework: found "nist", expected a framework of the vocabulary: eidas, nist_800_63A',
    ])
    expect(
      check({
        ...both,
        equivalences: [{ framework: 'nist_800_63A', level: 'ial2', countsAs, ...told, since: '2030' }],
      }),
    ).toEqual(['equivalences[0].since: found "2030", expected a day such as 2030-01-31'])
  })
})

describe('the nearest spelling', () => {
  it.each([
    ['acrAnyof', ['acrAnyOf', 'maxAge'], 'acrAnyOf'],
    ['maxAeg', ['acrAnyOf', 'maxAge'], 'maxAge'],
    ['ial4', ['ial1', 'ial2'], 'ial1'],
    ['gold', ['Silver', 'Gold'], 'Gold'],
    ['something', ['else'], undefined],
    ['x', [], undefined],
  ])('of %s among %j is %s', (word, names, meant) => {
    expect(nearest(word, names)).toBe(meant)
  })

  it('is found after any one slip of the finger', () => {
    const words = ['trustFrameworks', 'assuranceLevel', 'verifiedWithin', 'evidence', 'claims', 'declared']
    const slips = fc.tuple(fc.constantFrom(...words), fc.nat(), fc.constantFrom('left-out', 'twice', 'swapped'))
    fc.assert(
      fc.property(slips, ([word, at, slip]) => {
        const i = at % (word.length - 1)
        const [head, one, other, tail] = [word.slice(0, i), word.charAt(i), word.charAt(i + 1), word.slice(i + 2)]
        const typed = {
          'left-out': head + other + tail,
          twice: head + one + one + other + tail,
          swapped: head + other + one + tail,
        }
        expect(typed[slip] === word ? word : nearest(typed[slip], words)).toBe(word)
      }),
    )
  })
})
