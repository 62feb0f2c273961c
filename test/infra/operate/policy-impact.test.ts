import { cpSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { aVerification, facts, noon } from '../../support/builders.ts'
import { newFolder, readService } from './folder.ts'
import { type } from './terminal.ts'

const high = facts()
const substantial = facts({ verifications: [aVerification({ assuranceLevel: 'substantial' })] })
const low = facts({ verifications: [aVerification({ assuranceLevel: 'low' })] })
const nothing = facts({ verifications: [] })
const people = Object.entries({ high, substantial, low, nothing }).map(([id, known]) => ({
  id,
  service: 'omera-bank',
  facts: known,
}))

/** The bank with another least level, and whatever else is to be different. */
const folderWith = (atLeast: string, more: object = {}): string => {
  const folder = join(dirname(newFolder()('people.json', people)), 'services')
  cpSync('services', folder, { recursive: true })
  const text = JSON.stringify({ ...readService('omera-bank') }).replace('"substantial"', JSON.stringify(atLeast))
  const bank: { acts: object } = JSON.parse(text)
  writeFileSync(join(folder, 'omera-bank.json'), JSON.stringify({ ...bank, acts: { ...bank.acts, ...more } }))
  return folder
}

const impact = (to: string, ...more: string[]) =>
  type([
    ...['policy', 'impact', '--from', 'services', '--to', to, '--facts', join(to, '..', 'people.json')],
    ...['--now', new Date(noon).toISOString(), ...more],
  ])

test('the same files change nothing', async () => {
  const { status, out } = await type([
    'policy',
    'impact',
    '--from',
    'services',
    '--to',
    'services',
    '--facts',
    newFolder()('p.json', people),
  ])
  expect(out).toBe('8 of 8 acts end for everybody as before.')
  expect(status).toBe(0)
})

test('a stricter rule is told with who loses the act, counted and by opaque id', async () => {
  const { status, out } = await impact(folderWith('high'))
  expect(out).toBe(
    'omera-bank/open-account: 2 of 4 before, 1 after\n  loses (1): substantial\n7 of 8 acts end for everybody as before.',
  )
  expect(status).toBe(1)
})

test('a milder one with who gains it, and nobody loses', async () => {
  const { status, out } = await impact(folderWith('low'), '--json')
  const { impacts }: { impacts: readonly { act: string; service: string }[] } = JSON.parse(out)
  expect(impacts.find(({ service, act }) => service === 'omera-bank' && act === 'open-account')).toEqual({
    service: 'omera-bank',
    act: 'open-account',
    kind: 'both',
    people: 4,
    permittedBefore: 2,
    permittedAfter: 3,
    gains: ['low'],
    loses: [],
    otherwise: [],
  })
  expect(status).toBe(0)
})

test('acts that are new or gone, and who is kept out for another reason', async () => {
  const authentication = { acrAnyOf: ['mosip:idp:acr:biometrics'], maxAge: 'PT1H' }
  const to = folderWith('substantial', { transfer: { authentication }, 'open-account': { authentication } })
  const { out } = await impact(to)
  expect(out.split('\n')).toEqual([
    'omera-bank/open-account: 2 of 4 before, 0 after',
    '  loses (2): high, substantial',
    '  otherwise (2): low (re-verify → step-up), nothing (re-verify → step-up)',
    'omera-bank/transfer (added): 0 of 4 before, 0 after',
    '7 of 9 acts end for everybody as before.',
  ])
  const back = await type([
    'policy',
    'impact',
    '--from',
    to,
    '--to',
    'services',
    '--facts',
    join(to, '..', 'people.json'),
    '--now',
    new Date(noon).toISOString(),
  ])
  expect(back.out).toContain('omera-bank/transfer (removed): 0 of 4 before, 0 after')
  expect(back.out).toContain('gains (2): high, substantial')
})

test('a folder that cannot be used is told with every mistake', async () => {
  const to = folderWith('substantial', { transfer: { authentication: { maxage: 'PT1H' } } })
  const { status, err } = await impact(to)
  expect(err).toContain('did you mean "maxAge"?')
  expect(status).toBe(1)
})
