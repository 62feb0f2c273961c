import { cpSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from '../../../infra/operate/command-line.ts'
import { checkFiles, checkService, checkVocabulary } from '../../../shared/adapters/service-files/check.ts'
import { tellMistakes } from '../../../shared/adapters/service-files/mistake.ts'
import { publishedSchemas } from '../../../shared/adapters/service-files/published.ts'
import { acrValues } from '../../../shared/providers/index.ts'
import { newFolder, readService, vocabulary } from './folder.ts'
import { type } from './terminal.ts'

const page = readFileSync('docs/services.md', 'utf8')
const examples = [...page.matchAll(/<!-- (\w+) -->\n```json\n(.*?)\n```/gs)].map(([, kind = '', text = '']) => ({
  kind,
  content: JSON.parse(text),
}))
const of = (kind: string) => examples.filter((example) => example.kind === kind).map(({ content }) => content)
const [library] = of('service')

const told = (files: object, words: unknown = vocabulary) => {
  const checked = checkFiles({ ...files }, words, { acrValues })
  return checked.ok ? '' : tellMistakes(checked.mistakes)
}

describe('docs/services.md', () => {
  test('has no JSON that is not looked at here', () => {
    expect(examples.map(({ kind }) => kind).sort()).toEqual(
      ['act', 'act', 'act', 'act', 'facts', 'people', 'service', 'vocabulary'].sort(),
    )
    expect(page.match(/```json/g)).toHaveLength(examples.length)
  })

  test('shows a service that can be used, and acts that can be part of it', () => {
    expect(told({ 'library.json': library })).toBe('')
    for (const act of of('act')) expect(told({ 'library.json': { ...library, acts: { act } } })).toBe('')
  })

  test('shows acts of which lint has nothing to say', async () => {
    for (const act of of('act')) {
      const write = newFolder()
      write('vocabulary.json', vocabulary)
      write('visa.json', readService('visa'))
      const file = write('library.json', { ...library, acts: { act } })
      const { out } = await type(['policy', 'lint', '--service', file, '--release', '1.8'])
      expect(out).toContain('Nothing is wrong.')
    }
  })

  test('shows a vocabulary that can be used', () => {
    expect(checkVocabulary('vocabulary.json', of('vocabulary')[0])).toMatchObject({ ok: true })
  })

  test('names every member there is', () => {
    const members = new Set<string>()
    JSON.parse(publishedSchemas()['service.json'] ?? '', (name, value) => {
      if (name === 'properties') for (const member of Object.keys(value)) members.add(member)
      return value
    })
    const ofKeys = ['kty', 'crv', 'x', 'y', 'n', 'e', 'alg', 'use', 'd', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']
    expect([...members].filter((member) => !ofKeys.includes(member) && !page.includes(member))).toEqual([])
    for (const { name } of commands.filter((each) => each.name.startsWith('policy'))) expect(page).toContain(name)
  })

  test('quotes mistakes as they are told', () => {
    const signIn = { authentication: { acrAnyOf: acrValues, maxage: 'PT8H' }, claims: { email: 'volunteer' } }
    const checked = checkService('library.json', { ...library, acts: { 'sign-in': signIn } })
    expect(page).toContain(checked.ok ? 'nothing is wrong' : tellMistakes(checked.mistakes))
  })

  test('shows facts that can be explained, and people of whom the impact can be told', async () => {
    const write = newFolder()
    const facts = write('facts.json', of('facts')[0])
    const explained = await type([
      ...['policy', 'explain', '--service', 'omera-bank', '--act', 'open-account', '--facts', facts],
      ...['--now', '2030-01-25T10:10:00Z'],
    ])
    expect(explained.out).toContain('omera-bank/open-account: permit')
    const people = write('people.json', of('people')[0])
    const changed = join(dirname(people), 'changed')
    cpSync('services', changed, { recursive: true })
    const impact = await type(['policy', 'impact', '--from', 'services', '--to', changed, '--facts', people])
    expect(impact).toMatchObject({ status: 0, out: '8 of 8 acts end for everybody as before.' })
  })

  test('lists the services and acts that come with the repository', () => {
    for (const name of ['benefits', 'clinic', 'omera-bank', 'sim-registration', 'visa']) {
      const [row] = page.split('\n').filter((line) => line.startsWith(`| \`${name}\` |`))
      for (const act of Object.keys(Object(readService(name)['acts']))) expect(row).toContain(`\`${act}\``)
    }
  })
})
