import { describe, expect, it } from 'vitest'
import { attacks } from '../../sandbox/attacks/index.ts'
import { faults } from '../../sandbox/faults/index.ts'
import type { NotAt, Otherwise } from '../../sandbox/tampering/at-release.ts'
import { lies } from '../../sandbox/tampering/index.ts'
import { refusals } from '../../shared/kernel/codes.ts'
import { filesOfTheCheckout, textOf } from './checkout.ts'

const files = new Set(filesOfTheCheckout())
const tests = [...files].filter((file) => /^test\/conformance\/[^/]+\.test\.ts$/.test(file))

/** Everything that is tried: lies of eSignet, failures around the functions, and what is done at our own doors. */
interface Ordeal {
  readonly name: string
  readonly rows: readonly string[]
  readonly ways: readonly string[]
  readonly endsAs: string
  readonly refusedAs: string
  readonly notAt: readonly NotAt[]
  readonly at: readonly Otherwise<{ readonly refusedAs: string } | { readonly answeredAs: string }>[]
}

const ordeals: readonly Ordeal[] = [
  ...lies.map((lie) => ({ ...lie, ways: Object.keys(lie.variants) })),
  ...faults.map((fault) => ({ ...fault, ways: Object.keys(fault.ways) })),
  ...attacks.map((attack) => ({
    ...attack,
    ways: Object.keys(attack.ways),
    refusedAs: attack.answeredAs,
    endsAs: 'permit',
  })),
]

/** Rows of the catalogue by letter, and how many there are. */
const catalogue = { A: 39, B: 23, C: 49, D: 17, E: 29, F: 25, G: 21, H: 15, I: 9, J: 12, K: 10, L: 4, M: 13 } as const

const everyRow = Object.entries(catalogue).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`),
)

/** Links of one cell: what is shown → the file, from the repository root. */
const linksOf = (cell: string): readonly (readonly [shown: string, file: string])[] =>
  [...cell.matchAll(/\[([^\]]+)\]\((?:\.\.\/)?([^)]+)\)/g)].map(([, shown = '', file = '']) => [shown, file])

/** One line of the table in docs/threats.md. */
interface Told {
  readonly row: string
  /** Cells of the columns lie, code, check, test; each lie of the row has one entry in each. */
  readonly entries: readonly (readonly string[])[]
}

/** Rows that are met, but not by something that can be tried at a practice world. */
const elsewhere = 'Rows that are tested elsewhere'
const [triedText = '', elsewhereText = ''] = textOf('docs/threats.md').split(`## ${elsewhere}`)

const table: readonly Told[] = triedText.split('\n').flatMap((line) => {
  const [, row = '', ...cells] = line.split('|').map((cell) => cell.trim())
  if (!/^[A-Z]\d\d$/.test(row)) return []
  const columns = cells.slice(0, 4).map((cell) => cell.split('<br>'))
  return [{ row, entries: (columns[0] ?? []).map((_, index) => columns.map((column) => column[index] ?? '')) }]
})

const testOf = ({ name, rows }: Ordeal): string => `test/conformance/${rows[0]?.toLowerCase()}-${name}.test.ts`

const ending = ({ refusedAs, endsAs }: Ordeal): string =>
  refusedAs !== 'accepted' ? refusedAs : endsAs === 'permit' ? 'accepted' : `accepted, ${endsAs}`

const rooms = [
  { room: 'sandbox/tampering', things: lies },
  { room: 'sandbox/faults', things: faults },
  { room: 'sandbox/attacks', things: attacks },
]

/** Nothing said: as everywhere else. */
const isEnding = (code: string | undefined): boolean =>
  code === undefined || /^(accepted|http-\d{3})$/.test(code) || Object.hasOwn(refusals, code)

describe('what is tried', () => {
  it('has one name each, and at least one row and one way', () => {
    expect(new Set(ordeals.map(({ name }) => name)).size).toBe(ordeals.length)
    expect(ordeals.filter(({ rows, ways }) => rows.length === 0 || ways.length === 0)).toEqual([])
    expect(ordeals.flatMap(({ rows }) => rows).filter((row) => !everyRow.includes(row))).toEqual([])
  })

  it('ends in a refusal code that exists, in an answer of API Gateway, or is accepted', () => {
    const odd = ordeals.filter(({ refusedAs }) => !isEnding(refusedAs))
    expect(odd.map(({ name, refusedAs }) => `${name}: ${refusedAs}`)).toEqual([])
  })

  it('says of single releases only what there is: ways, codes, a reason', () => {
    const odd = ordeals.filter(
      ({ ways, notAt, at }) =>
        [...notAt, ...at].some((each) => each.ways?.some((way) => !ways.includes(way)) ?? false) ||
        notAt.some(({ because }) => because === '' || because.endsWith('.')) ||
        at.some(
          ({ ends }) =>
            !isEnding('refusedAs' in ends ? ends.refusedAs : 'answeredAs' in ends ? ends.answeredAs : undefined),
        ),
    )
    expect(odd.map(({ name }) => name)).toEqual([])
  })

  it.each(rooms)('is all in the list of $room, each under the name of its file', ({ room, things }) => {
    const index = textOf(`${room}/index.ts`)
    const own = [...files].filter((file) => file.startsWith(`${room}/`) && file.split('/').length === 4)
    expect(own.filter((file) => !index.includes(`./${file.slice(room.length + 1)}`))).toEqual([])
    const single = own.filter((file) => !file.startsWith('sandbox/tampering/wire/'))
    expect(single.filter((file) => !textOf(file).includes(`name: '${/([^/]+)\.ts$/.exec(file)?.[1]}'`))).toEqual([])
    expect(things.length).toBeGreaterThan(0)
  })

  it('has a test each, which expects what it expects, in every way', () => {
    expect([...tests].sort()).toEqual(ordeals.map(testOf).sort())
    const differing = ordeals.filter((ordeal) => {
      const text = textOf(testOf(ordeal))
      const ways = ordeal.ways.every((way) => text.includes(`'${way}'`) || text.includes(`"${way}"`))
      const rows = text.includes(`'${ordeal.rows.join(' ')}'`)
      const ends = ordeal.endsAs === 'permit' || text.includes(`ends: '${ordeal.endsAs}'`)
      return !(ways && rows && ends && text.includes(`'${ordeal.name}'`) && text.includes(`as: '${ordeal.refusedAs}'`))
    })
    expect(differing.map(({ name }) => name)).toEqual([])
  })
})

describe('the table of docs/threats.md', () => {
  const told = table.map(({ row }) => row)
  const others = [...elsewhereText.matchAll(/^\| ([A-Z]\d\d) \|(.*)$/gm)].map(([, row = '', cells = '']) => ({
    row,
    cells,
  }))

  it('has every row of the catalogue once, here or in the table of rows that are tested elsewhere', () => {
    expect([...told].sort()).toEqual([...new Set(ordeals.flatMap(({ rows }) => rows))].sort())
    expect([...told, ...others.map(({ row }) => row)].sort()).toEqual(everyRow)
  })

  it.each(others.map(({ row, cells }) => [row, cells] as const))('%s names a test that exists', (_, cells) => {
    const named = linksOf(cells).map(([, file]) => file)
    expect(named.some((file) => file.endsWith('.test.ts')) || cells.includes('not yet')).toBe(true)
    expect(named.filter((file) => !files.has(file))).toEqual([])
  })

  it.each(table.map((told) => [told.row, told] as const))(
    '%s tells what is tried, codes, checks and tests',
    (row, told) => {
      const own = ordeals.filter(({ rows }) => rows.includes(row))
      const shown = told.entries.map(
        ([lie = '', code = '']) => `${linksOf(lie)[0]?.[0]}: ${linksOf(code)[0]?.[0] ?? code}`,
      )
      expect(shown).toEqual(own.map((ordeal) => `${ordeal.name}: ${ending(ordeal)}`))
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
    },
  )
})
