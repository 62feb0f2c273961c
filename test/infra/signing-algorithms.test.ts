import { expect, test } from 'vitest'
import { signingAlgorithms } from '../../infra/signing-algorithms.ts'
import { statementsByDoor, statementsByKey } from './policies.ts'
import { deployedContext, optionsFor, Synthesised } from './synthesised.ts'

test.each([
  ['1.5', 'RSASSA_PKCS1_V1_5_SHA_256'],
  ['1.6', 'RSASSA_PKCS1_V1_5_SHA_256'],
  ['1.7', 'RSASSA_PSS_SHA_256'],
  ['1.10', 'RSASSA_PSS_SHA_256'],
  ['2.0', 'RSASSA_PSS_SHA_256'],
])('eSignet %s takes assertions signed with %s only', (release, algorithm) => {
  expect(signingAlgorithms(release)).toEqual([algorithm])
})

test('with two eSignet releases, each key may be used with the algorithm of its own only', () => {
  const old = { discovery: 'https://old.example.org/d', release: '1.5' }
  const synthesised = new Synthesised({
    ...optionsFor('lasting'),
    context: { ...deployedContext, identityProviders: { ...deployedContext.identityProviders, old } },
    services: [
      { id: 'omera-bank', provider: 'old' },
      { id: 'visa', provider: 'esignet-veridonia' },
    ],
  })
  const allowed = (statements: ReturnType<typeof statementsByDoor> | ReturnType<typeof statementsByKey>, of: string) =>
    (statements.get(of) ?? [])
      .filter(({ Action }) => Action.includes('kms:Sign'))
      .map(({ Resource, Condition }) => [
        Resource.map((resource) => synthesised.target(resource)),
        Condition['StringEquals']?.['kms:SigningAlgorithm'],
      ])
  expect(allowed(statementsByDoor(synthesised), 'login')).toEqual([
    [['Keep/OmeraBankClientAssertion/Key'], ['RSASSA_PKCS1_V1_5_SHA_256']],
    [['Keep/VisaClientAssertion/Key'], ['RSASSA_PSS_SHA_256']],
  ])
  expect(allowed(statementsByKey(synthesised), 'Keep/OmeraBankClientAssertion/Key')).toEqual([
    [['*'], ['RSASSA_PKCS1_V1_5_SHA_256']],
  ])
})
