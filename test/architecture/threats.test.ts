import { describe, expect, it } from 'vitest'
import { lies } from '../../sandbox/tampering/index.ts'
import type { Lie } from '../../sandbox/tampering/lie.ts'
import { refusals } from '../../shared/kernel/codes.ts'
import { filesOfTheCheckout, textOf } from './checkout.ts'

const files = new Set(filesOfTheCheckout())
const lieFiles = [...files].filter((file) => /^sandbox\/tampering\/[^/]+\/[^/]+\.ts$/.test(file))
const tests = [...files].filter((file) => /^test\/conformance\/[^/]+\.test\.ts$/.test(file))

/** Links of one cell: what is shown → the file, from the repository root. */
const linksOf = (cell: string): readonly (readonly [shown: string, file: string])[] =>
  [...cell.matchAll(/\[([^\]]+)\]\((?:\.\.\/)?([^)]+)\)/g)].map(([, shown = '', file = '']) => [shown, file])

/** One line of the table in docs/threats.md. */
interface Told {
  readonly row: string
  /** Cells of the columns lie, code, check, test; each lie of the row has one entry in each. */
  readonly entries: readonly (readonly string[])[]
}

const table: readonly Told[] = textOf('docs/threats.md')
  .split('\n')
  .flatMap((line) => {
    const [, row = '', ...cells] = line.split('|').map((cell) => cell.trim())
    if (!/^[A-Z]\d\d$/.test(row)) return []
    const columns = cells.slice(0, 4).map((cell) => cell.split('<br>'))
    return [{ row, entries: (columns[0] ?? []).map((_, index) => columns.map((column) => column[index] ?? '')) }]
  })

const testOf = ({ name, rows }: Lie): string => `test/conformance/${rows[0]?.toLowerCase()}-${name}.test.ts`

const ending = ({ refusedAs, endsAs }: Lie): string =>
  refusedAs !== 'accepted' ? refusedAs : endsAs === 'permit' ? 'accepted' : `accepted, ${endsAs}`

describe('the lies', () => {
  it('have one name each, and at least one row and one way of being told', () => {
    expect(new Set(lies.map(({ name }) => name)).size).toBe(lies.length)
    expect(lies.filter(({ rows, variants }) => rows.length === 0 || Object.keys(variants).length === 0)).toEqual([])
    expect(lies.flatMap(({ rows }) => rows).filter((row) => !/^[A-Z]\d\d$/.test(row))).toEqual([])
  })

  it('end in a refusal code that exists, or are accepted', () => {
    const odd = lies.filter(({ refusedAs }) => refusedAs !== 'accepted' && !Object.hasOwn(refusals, refusedAs))
    expect(odd.map(({ name, refusedAs }) => `${name}: ${refusedAs}`)).toEqual([])
  })

  it('are all in the list, each under the name of its file', () => {
    const index = textOf('sandbox/tampering/index.ts')
    expect(lieFiles.filter((file) => !index.includes(`./${file.replace('sandbox/tampering/', '')}`))).toEqual([])
    const own = lieFiles.filter((file) => !file.startsWith('sandbox/tampering/wire/'))
    expect(own.filter((file) => !textOf(file).includes(`name: '${/([^/]+)\.ts$/.exec(file)?.[1]}'`))).toEqual([])
  })

  it('have a test each, which expects what the lie expects, in every way', () => {
    expect([...tests].sort()).toEqual(lies.map(testOf).sort())
    const differing = lies.filter((lie) => {
      const text = textOf(testOf(lie))
      const ways = Object.keys(lie.variants).every((way) => text.includes(`'${way}'`) || text.includes(`"${way}"`))
      const rows = text.includes(`'${lie.rows.join(' ')}'`)
      const ends = lie.endsAs === 'permit' || text.includes(`ends: '${lie.endsAs}'`)
      return !(ways && rows && ends && text.includes(`'${lie.name}'`) && text.includes(`as: '${lie.refusedAs}'`))
    })
    expect(differing.map(({ name }) => name)).toEqual([])
  })
})

describe('the table of docs/threats.md', () => {
  it('has every row once', () => {
    const rows = table.map(({ row }) => row)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows).toEqual([...new Set(rows)])
    expect([...rows].sort()).toEqual([...new Set(lies.flatMap((lie) => lie.rows))].sort())
  })

  it.each(table.map((told) => [told.row, told] as const))('%s tells its lies, codes, checks and tests', (row, told) => {
    const own = lies.filter(({ rows }) => rows.includes(row))
    const shown = told.entries.map(
      ([lie = '', code = '']) => `${linksOf(lie)[0]?.[0]}: ${linksOf(code)[0]?.[0] ?? code}`,
    )
    expect(shown).toEqual(own.map((lie) => `${lie.name}: ${ending(lie)}`))
    for (const [lie = '', code = '', check = '', test = ''] of told.entries) {
      const [[, lieFile = ''] = []] = linksOf(lie)
      const [[name = '', page = ''] = []] = linksOf(code)
      const [[, checkFile = ''] = []] = linksOf(check)
      const [[, testFile = ''] = []] = linksOf(test)
      expect([lieFile, testFile].filter((file) => !files.has(file))).toEqual([])
      if (name === '') continue
      expect(page).toBe(`problems/${name}.md`)
      expect(textOf(checkFile), checkFile).toContain(`'${name}'`)
    }
  })
})
