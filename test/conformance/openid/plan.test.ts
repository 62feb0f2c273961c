import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { configModules, coreModules, fapi2Modules, fileOf } from './plan.ts'

const modules = [...fapi2Modules, ...coreModules]
const files = readdirSync('test/conformance/openid').filter(
  (file) => file.endsWith('.test.ts') && file !== 'plan.test.ts',
)
const textOf = (module: string): string => readFileSync(`test/conformance/openid/${fileOf(module)}`, 'utf8')
const present = modules.filter((module) => files.includes(fileOf(module)))

describe(`${present.length}/${modules.length} modules of the OpenID conformance suite`, () => {
  test('are 22 of FAPI 2.0 Security Profile Final and 22 of OpenID Connect Core, each once', () => {
    expect([fapi2Modules.length, coreModules.length]).toEqual([22, 22])
    expect(new Set(modules).size).toBe(44)
  })

  test('have a file each, and no file stands beside them', () => {
    expect(files.sort()).toEqual(modules.map(fileOf).sort())
  })

  test('stand in docs/conformance.md, each with the end that its test asserts', () => {
    const rows = readFileSync('docs/conformance.md', 'utf8').split('\n')
    for (const module of modules) {
      const row = rows.find((line) => line.includes(`/${fileOf(module)})`))
      const asserted = /refusedAs\(login, '([a-z-]+)'\)/.exec(textOf(module))?.[1]
      expect(row).toMatch(asserted === undefined ? /\| accepted \|$/ : new RegExp(`\\[${asserted}\\]`))
    }
  })

  test('hold the whole plan of a Config RP', () => {
    expect(coreModules).toEqual(expect.arrayContaining([...configModules]))
    expect(configModules).toHaveLength(6)
  })
})
