import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { lineOf, readExport } from '../../../infra/operate/audit/export-lines.ts'
import type { Item } from '../../../infra/operate/audit/item.ts'
import { rootJwkIn, thumbprintOf } from '../../../infra/operate/audit/root-key.ts'
import { verifyItems } from '../../../infra/operate/audit/verify-items.ts'
import { runCommandLine } from '../../../infra/operate/command-line.ts'
import { rootRow, sealRow } from '../../../shared/adapters/aws/dynamodb/seal-rows.ts'
import { midnight, minute, openTrail } from '../../domain/audit/sealed-days.ts'

/** The second of two signed days, as small as such a day can be, as it would be exported. */
const exported = async () => {
  const trail = openTrail()
  await trail.sealAt(midnight + 60 * minute)
  for (const hour of [25, 40]) trail.write(midnight + hour * 60 * minute, `event-${hour}`)
  const now = midnight + 48 * 60 * minute + 15 * minute
  await trail.sealAt(midnight + 30 * 60 * minute)
  await trail.sealAt(now)
  const { rows, seals, root, rootBefore } = trail.evidence('2026-11-25', now)
  if (root === undefined || rootBefore === undefined) throw new Error('both days have a root')
  const jwk = { ...trail.world.auditRootKey.publicKey.export({ format: 'jwk' }), kid: root.keyId }
  const items: readonly Item[] = [
    ...rows.map((stored): Item => ({ kind: 'row', stored })),
    ...seals.map((seal): Item => ({ kind: 'seal', stored: sealRow(seal) })),
    { kind: 'root', stored: { ...rootRow(root) } },
    { kind: 'root-before', stored: { ...rootRow(rootBefore) } },
    { kind: 'key', stored: { ...jwk, kty: 'EC', crv: 'P-256' } },
  ]
  // So long after the day that its root has to be there.
  const later = now + 120 * minute
  return { text: items.map((item) => `${lineOf(item)}\n`).join(''), jwk, now: later }
}

const { text, jwk, now } = await exported()
const key = rootJwkIn(jwk)
if (key === undefined) throw new Error('the key is one')
const flawsOf = (changed: string) => {
  const { items, flaws } = readExport(changed)
  return verifyItems(items, { day: '2026-11-25', key, now }, flaws).flaws
}
const lines = text.trimEnd().split('\n')
const joined = (some: readonly string[]): string => some.map((line) => `${line}\n`).join('')

describe('an export', () => {
  test('verifies as it is, also with the key it holds itself', () => {
    expect(flawsOf(text)).toEqual([])
    expect(verifyItems(readExport(text).items, { now })).toMatchObject({ key: thumbprintOf(key), flaws: [] })
  })

  test('with any one byte changed does not', () => {
    const unseen = [...text].flatMap((letter, at) => {
      const other = String.fromCharCode(letter.charCodeAt(0) ^ 1)
      return flawsOf(`${text.slice(0, at)}${other}${text.slice(at + 1)}`).length === 0 ? [at] : []
    })
    expect(unseen).toEqual([])
  }, 60_000)

  test('nor with any one byte away, or twice', () => {
    const unseen = [...text].flatMap((letter, at) => {
      const less = `${text.slice(0, at)}${text.slice(at + 1)}`
      const more = `${text.slice(0, at)}${letter}${text.slice(at)}`
      return [less, more].filter((changed) => flawsOf(changed).length === 0).map(() => at)
    })
    expect(unseen).toEqual([])
  }, 60_000)

  // Without the key in the file the given one is enough: that line is a convenience.
  test.each(lines.slice(0, -1).map((line, at) => [JSON.parse(line).kind, at] as const))(
    'nor with a %s away, twice, or elsewhere (line %d)',
    (_, at) => {
      const line = lines[at] ?? ''
      expect(flawsOf(joined(lines.filter((_one, its) => its !== at)))).not.toEqual([])
      expect(flawsOf(joined([...lines.slice(0, at), line, ...lines.slice(at)]))).not.toEqual([])
      const turned = [...lines.slice(0, at), lines[at + 1] ?? '', line, ...lines.slice(at + 2)]
      expect(flawsOf(joined(turned))).not.toEqual([])
    },
  )

  test('spelled otherwise is not one, though it means the same', () => {
    const [first = '', ...rest] = lines
    expect(flawsOf(joined([first.replace(',', ', '), ...rest]))).toMatchObject([
      { code: 'line-not-canonical', where: 'line 1' },
    ])
  })

  test('with another key than the one given is told at the key', () => {
    const [other] = [{ ...key, x: key.y, y: key.x }]
    expect(verifyItems(readExport(text).items, { key: other, now }).flaws[0]).toMatchObject({ code: 'key-differs' })
  })
})

describe('verify-once audit verify --file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'verify-once-export-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const run = async (content: string, ...args: string[]) => {
    const file = join(folder, 'export.jsonl')
    writeFileSync(file, content)
    const said: string[] = []
    const say = (line: string) => void said.push(line)
    const status = await runCommandLine(['audit', 'verify', '--file', file, ...args], {
      out: say,
      err: say,
      now: () => now,
    })
    return { status, said: said.join('\n') }
  }

  test('says that nothing is wrong, and whose key it believed', async () => {
    const { status, said } = await run(text)
    expect(status).toBe(0)
    expect(said).toContain('2026-11-25: 2 rows, ')
    expect(said).toContain(thumbprintOf(key))
    expect(said).toContain('Nothing is wrong.')
  })

  test('names the first wrong place, also as JSON', async () => {
    const changed = text.replace('nonce-mismatch', 'nonce-mismatcg')
    expect(await run(changed)).toMatchObject({
      status: 1,
      said: expect.stringContaining('First wrong place: row 2026-11-25T01:00:00.000Z#event-25'),
    })
    const { status, said } = await run(changed, '--json')
    expect(status).toBe(1)
    expect(JSON.parse(said).flaws).toMatchObject([{ code: 'row-changed' }])
  })

  test.each([
    ['--stage', 'practice'],
    ['--day', 'today'],
    ['--key', 'nowhere.json'],
  ])('refuses %s %s', async (...args) => {
    expect((await run(text, ...args)).status).toBeGreaterThan(0)
  })
})
