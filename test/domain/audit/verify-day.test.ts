import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AuditRow } from '../../../shared/domain/audit/audit-row.ts'
import { rootDigest } from '../../../shared/domain/audit/root.ts'
import { type Seal, sealed } from '../../../shared/domain/audit/seal.ts'
import { type DayEvidence, verifyDay } from '../../../shared/domain/audit/verify-day.ts'
import { aSecondDay, aSignedDay, minute } from './sealed-days.ts'

const { evidence, isSigned } = await aSignedDay()
const verdict = (changed: DayEvidence) => verifyDay(changed, isSigned)
const first = (changed: DayEvidence) => verdict(changed).flaws[0]

const index = (things: readonly unknown[]) => fc.nat(things.length - 1)
const without = <Thing>(things: readonly Thing[], at: number): readonly Thing[] => things.filter((_, one) => one !== at)
const instead = <Thing>(things: readonly Thing[], at: number, thing: Thing): readonly Thing[] =>
  things.map((one, its) => (its === at ? thing : one))

/** One character of a text, put for another. */
const changedText = (text: string, at: number, by: number): string => {
  const place = at % text.length
  const letter = String.fromCharCode((text.charCodeAt(place) + 1 + (by % 60)) % 128)
  return `${text.slice(0, place)}${letter}${text.slice(place + 1)}`
}

/** One member of a thing changed a little, whatever its kind. */
const changedMember = <Thing extends object>(thing: Thing, member: number, at: number, by: number): Thing => {
  const names = Object.keys(thing)
  const name = names[member % names.length] ?? ''
  const value: unknown = Reflect.get(thing, name)
  const next =
    typeof value === 'string' ? changedText(value, at, by) : typeof value === 'number' ? value + 1 + by : null
  return { ...thing, [name]: next }
}

const little = fc.tuple(fc.nat(20), fc.nat(100), fc.nat(59))
const rowNames = Object.keys(evidence.rows[0] ?? {})

describe('a day as it was written', () => {
  test('has nothing wrong', () => {
    expect(verdict(evidence)).toMatchObject({ rows: 12, seals: 6, late: 0, waiting: 0, signed: true, flaws: [] })
  })
})

describe('any single change is found, and found where it is', () => {
  test('a member of a row', () => {
    fc.assert(
      fc.property(index(evidence.rows), little, (at, [member, place, by]) => {
        const row = evidence.rows[at] ?? { day: '', entry: '' }
        const name = rowNames[member % rowNames.length]
        const changed = changedMember(row, member, place, by)
        const found = first({ ...evidence, rows: instead(evidence.rows, at, changed) })
        // A row under another key is another row; the one that was there is away.
        expect(['row-changed', 'row-added', 'row-out-of-order', 'row-removed']).toContain(found?.code)
        if (name !== 'entry') expect(found).toMatchObject({ code: 'row-changed', where: `row ${row.entry}` })
      }),
    )
  })

  test('a member more, a member less', () => {
    fc.assert(
      fc.property(index(evidence.rows), fc.nat(20), (at, member) => {
        const row: AuditRow = evidence.rows[at] ?? { day: '', entry: '' }
        const others = rowNames.filter((name) => name !== 'entry' && name !== 'day')
        const name = others[member % others.length] ?? ''
        const less: AuditRow = { ...row, [name]: undefined }
        const more: AuditRow = { ...row, remark: 'none' }
        for (const changed of [less, more])
          expect(first({ ...evidence, rows: instead(evidence.rows, at, changed) })).toMatchObject({
            code: 'row-changed',
            where: `row ${row.entry}`,
          })
      }),
    )
  })

  test('a row away, a row twice, two rows in the wrong order', () => {
    fc.assert(
      fc.property(index(evidence.rows), (at) => {
        const row = evidence.rows[at] ?? { day: '', entry: '' }
        expect(verdict({ ...evidence, rows: without(evidence.rows, at) }).flaws).toMatchObject([
          { code: 'row-removed', where: `row ${row.entry}` },
        ])
        const twice = [...evidence.rows.slice(0, at + 1), ...evidence.rows.slice(at)]
        expect(first({ ...evidence, rows: twice })).toMatchObject({
          code: 'row-out-of-order',
          where: `row ${row.entry}`,
        })
        const next = evidence.rows[at + 1]
        if (next === undefined) return
        const turned = instead(instead(evidence.rows, at, next), at + 1, row)
        expect(first({ ...evidence, rows: turned })).toMatchObject({ code: 'row-out-of-order' })
      }),
    )
  })

  test('a row that nobody of us wrote, at any time of the day or of none', () => {
    const entries = fc.oneof(
      fc.nat(24 * 60 - 1).map((at) => new Date(Date.parse(`${evidence.day}T00:00:00Z`) + at * minute).toISOString()),
      fc.string({ minLength: 1 }),
    )
    fc.assert(
      fc.property(entries, (entry) => {
        const added = { ...(evidence.rows[0] ?? { day: '' }), day: evidence.day, entry: `${entry}#added` }
        const rows = [...evidence.rows, added].sort((a, b) => (a.entry < b.entry ? -1 : 1))
        expect(verdict({ ...evidence, rows }).flaws).toMatchObject([{ code: 'row-added', where: `row ${added.entry}` }])
      }),
    )
  })

  test('a member of a seal', () => {
    fc.assert(
      fc.property(index(evidence.seals), little, (at, [member, place, by]) => {
        const seal = evidence.seals[at]
        if (seal === undefined) return
        const all = Object.keys(seal).filter((name) => name !== 'rows')
        const { rows, ...rest } = seal
        const changed: Seal = { ...changedMember(rest, member, place, by), rows }
        const found = first({ ...evidence, seals: instead(evidence.seals, at, changed) })
        expect(['seal-changed', 'seal-out-of-order', 'seal-removed']).toContain(found?.code)
        if (all[member % all.length] !== 'number') expect(found?.where).toBe(`seal ${seal.number}`)
      }),
    )
  })

  test('what a seal says of its rows', () => {
    const withRows = evidence.seals.filter(({ rows }) => rows.length > 0)
    fc.assert(
      fc.property(index(withRows), fc.nat(), little, (which, row, [member, place, by]) => {
        const seal = withRows[which]
        if (seal === undefined) return
        const its = row % seal.rows.length
        const changes = [
          instead(seal.rows, its, changedMember(seal.rows[its] ?? { entry: '', digest: '' }, member, place, by)),
          without(seal.rows, its),
        ]
        for (const rows of changes) {
          const seals = evidence.seals.map((one) => (one === seal ? { ...seal, rows } : one))
          expect(first({ ...evidence, seals })).toMatchObject({ code: 'seal-changed', where: `seal ${seal.number}` })
        }
      }),
    )
  })

  test('a seal away, a seal twice, two seals in the wrong order', () => {
    fc.assert(
      fc.property(index(evidence.seals), (at) => {
        const seals = without(evidence.seals, at)
        expect(first({ ...evidence, seals })).toMatchObject({ code: 'seal-removed', where: `seal ${at + 1}` })
        const twice = [...evidence.seals.slice(0, at + 1), ...evidence.seals.slice(at)]
        expect(first({ ...evidence, seals: twice })).toMatchObject({
          code: 'seal-out-of-order',
          where: `seal ${at + 1}`,
        })
        const [one, next] = [evidence.seals[at], evidence.seals[at + 1]]
        if (one === undefined || next === undefined) return
        const turned = instead(instead(evidence.seals, at, next), at + 1, one)
        expect(['seal-removed', 'seal-out-of-order']).toContain(first({ ...evidence, seals: turned })?.code)
      }),
    )
  })

  test('a seal made anew over a changed row: the next one, or the root, knows it as it was', () => {
    fc.assert(
      fc.property(index(evidence.seals), (at) => {
        const seal = evidence.seals[at]
        if (seal === undefined) return
        const again = sealed({ ...seal, sealedAt: '2026-11-24T05:00:00.000Z' })
        const found = first({ ...evidence, seals: instead(evidence.seals, at, again) })
        const isLast = at === evidence.seals.length - 1
        expect(found).toMatchObject(
          isLast
            ? { code: 'seal-changed', where: `seal ${at + 1}` }
            : { code: 'seal-unlinked', where: `seal ${at + 2}` },
        )
      }),
    )
  })

  test('a member of the root, and a root whose digest was made to fit', () => {
    const { root } = evidence
    if (root === undefined) throw new Error('the day has a root')
    fc.assert(
      fc.property(little, (change) => {
        const changed = changedMember(root, ...change)
        expect(first({ ...evidence, root: changed })?.where).toBe('root')
        const { signature } = changed
        const fitting = { ...changed, digest: rootDigest(changed) }
        if (signature === root.signature && fitting.digest !== root.digest)
          expect(first({ ...evidence, root: fitting })).toMatchObject({ code: 'root-signature-invalid', where: 'root' })
      }),
    )
  })

  test('no root, though the day has long been over', () => {
    const { root: _away, ...rest } = evidence
    expect(first({ ...rest, now: rest.now + 90 * minute })).toMatchObject({ code: 'root-removed', where: 'root' })
    expect(verdict(rest)).toMatchObject({ signed: false, flaws: [] })
  })

  test('the root before: changed, away, or another', async () => {
    const second = await aSecondDay()
    const { rootBefore, ...rest } = second.evidence
    if (rootBefore === undefined) throw new Error('the first day has a root')
    const of = (changed: DayEvidence) => verifyDay(changed, second.isSigned)
    expect(of(second.evidence)).toMatchObject({ signed: true, begins: false, flaws: [] })
    expect(of(rest).flaws).toMatchObject([{ code: 'root-removed', where: 'root of the day before' }])
    fc.assert(
      fc.property(little, (change) => {
        const [found] = of({ ...rest, rootBefore: changedMember(rootBefore, ...change) }).flaws
        expect(found?.code).toBe('root-changed')
      }),
    )
    const own = { ...(second.evidence.root ?? rootBefore) }
    expect(of({ ...rest, rootBefore: own }).flaws).toMatchObject([{ code: 'root-unlinked' }])
  })

  test('a root that names none before it, though there is one', () => {
    const { root } = evidence
    expect(first({ ...evidence, ...(root && { rootBefore: root }) })).toMatchObject({ code: 'root-unlinked' })
  })
})
