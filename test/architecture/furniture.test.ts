import { describe, expect, test } from 'vitest'
import { functions, jobs } from '../../functions/index.ts'
import { refusals } from '../../shared/kernel/codes.ts'
import { serviceFiles } from '../../shared/wiring/services.ts'
import { filesOfTheCheckout, isSource, textOf } from './checkout.ts'
import { wrongNames } from './names.ts'

const files = filesOfTheCheckout()
const has = new Set(files)
const namesIn = (pattern: RegExp): readonly string[] =>
  [...new Set(files.flatMap((file) => pattern.exec(file)?.[1] ?? []))].sort()

const pascalCase = (name: string): string =>
  name.replaceAll(/(?:^|-)([a-z0-9])/g, (_, first: string) => first.toUpperCase())
const camelCase = (name: string): string => name.replaceAll(/-([a-z0-9])/g, (_, first: string) => first.toUpperCase())

describe('the doors', () => {
  const doors = namesIn(/^functions\/([^/]+)\//)

  test('are the folders of functions/, each listed in functions/index.ts and nothing else is', () => {
    expect(Object.keys({ ...functions, ...jobs }).sort()).toEqual(doors)
  })

  describe.each(doors)('%s', (door) => {
    test.each(['function.ts', 'handler.ts', 'main.ts'])('has its %s', (file) => {
      expect(has).toContain(`functions/${door}/${file}`)
    })

    test('is listed with its own manifest', async () => {
      const { default: manifest } = await import(`../../functions/${door}/function.ts`)
      expect(Object.entries({ ...functions, ...jobs })).toContainEqual([door, manifest])
    })

    test('has its mirror in test/functions', () => {
      expect(has).toContain(`test/functions/${door}/handler.test.ts`)
    })

    test('is furnished like every other', () => {
      const kind = Object.hasOwn(jobs, door) ? 'job' : 'door'
      const handler = textOf(`functions/${door}/handler.ts`)
      expect(handler).toContain(`export interface ${pascalCase(door)}${pascalCase(kind)}`)
      expect(handler).toContain(`export const ${camelCase(door)}Handler`)
      expect(textOf(`functions/${door}/main.ts`)).toContain(`export const handler = ${kind}('${door}'`)
    })
  })

  test('say whom it hurts when they fail, and stand in the description of the interface', () => {
    const description = textOf('docs/http-api.md')
    for (const { route, whenItFails } of Object.values(functions)) {
      expect(whenItFails).not.toMatch(/^say here/)
      expect(description).toContain(`\`${route}\``)
    }
    expect(description).not.toContain('say here')
  })

  test('have routes of their own', () => {
    const routes = Object.values(functions).map(({ route }) => route.replaceAll(/\{\w+\}/g, '{}'))
    expect(new Set(routes).size).toBe(routes.length)
  })
})

describe('names', () => {
  test('are kebab-case, and no room is for what has found none', () => {
    expect(files.flatMap(wrongNames)).toEqual([])
  })

  test.each([
    ['shared/domain/loginTransaction.ts', 'is not kebab-case'],
    ['shared/Domain/login.ts', 'is not kebab-case'],
    ['docs/problems/nonce_mismatch.md', 'is not kebab-case'],
    ['shared/domain/-login.ts', 'is not kebab-case'],
    ['shared/utils/text.ts', 'nothing belongs into utils'],
    ['shared/domain/date-helpers.ts', 'nothing belongs into date-helpers'],
    ['shared/session-manager.test.ts', 'nothing belongs into session-manager'],
    ['test/common/x.ts', 'nothing belongs into common'],
  ])('%s is told', (file, wrong) => {
    expect(wrongNames(file)).toEqual([expect.stringContaining(wrong)])
  })

  test.each([
    'README.md',
    '.gitignore',
    '.ci/run',
    'docs/adr/0001-a-title.md',
    'shared/providers/esignet/release-1.8.ts',
  ])('%s is well', (file) => {
    expect(wrongNames(file)).toEqual([])
  })
})

describe('the services', () => {
  const listed = Object.keys(serviceFiles).sort()

  test('are the files of services/, each listed in shared/wiring/services.ts', () => {
    const there = namesIn(/^services\/(.+\.json)$/).filter((name) => name !== 'vocabulary.json')
    expect(listed).toEqual(there)
  })

  test.each(listed)('%s is named after the service in it, and is that very file', (name) => {
    const content: unknown = JSON.parse(textOf(`services/${name}`))
    expect(content).toMatchObject({ id: name.replace('.json', '') })
    expect(serviceFiles[name]).toEqual(content)
  })
})

describe('the refusal codes', () => {
  const codes = Object.keys(refusals).sort()
  const told = files
    .filter((file) => isSource(file) && /^(shared|functions)\//.test(file) && file !== 'shared/kernel/codes.ts')
    .map(textOf)
    .join('\n')

  test('each have a page in docs/problems, and each page has a code', () => {
    expect(namesIn(/^docs\/problems\/(.+)\.md$/).filter((name) => name !== 'README')).toEqual(codes)
  })

  test.each(codes)('%s is given by some line of the product', (code) => {
    expect(told).toContain(`'${code}'`)
  })
})
