import { expect, it } from 'vitest'
import { acceptedIssuers } from '../../../shared/domain/provider/profile.ts'

const named = (issuer: string, ...issuerSuffixes: readonly string[]) =>
  acceptedIssuers(issuer, { algorithms: ['PS256'], issuerSuffixes })

it('a provider is called what it calls itself, to the last slash, or by a path of its own below that', () => {
  expect(named('https://esignet.example', '', '/v1/esignet')).toEqual([
    'https://esignet.example',
    'https://esignet.example/v1/esignet',
  ])
  expect(named('https://esignet.example/', '', '/v1/esignet')).toEqual([
    'https://esignet.example/',
    'https://esignet.example/v1/esignet',
  ])
})
