import { expect, test } from 'vitest'
import { verifyDay } from '../../shared/domain/audit/verify-day.ts'
import { midnight, minute, openTrail } from '../domain/audit/sealed-days.ts'

const day = '2026-11-24'
const at = (minutes: number): number => midnight + minutes * minute

test('seals closed minutes only, and says of quiet ones that they were quiet', async () => {
  const trail = openTrail()
  trail.write(at(1), 'a')
  trail.write(at(4), 'b')
  expect(await trail.sealAt(at(5))).toMatchObject([
    { kind: 'sealed', late: 0, seal: { number: 1, before: '2026-11-24T00:03:00.000Z', total: 1 } },
  ])
  expect(await trail.sealAt(at(10))).toMatchObject([{ seal: { number: 2, total: 2 } }])
  expect(await trail.sealAt(at(15))).toMatchObject([{ seal: { number: 3, total: 2, rows: [] } }])
})

test('twice in one minute seals once', async () => {
  const trail = openTrail()
  await trail.sealAt(at(5))
  expect(await trail.sealAt(at(5) + 1000)).toEqual([])
})

test('what comes a little late is sealed as late, and known as such', async () => {
  const trail = openTrail()
  await trail.sealAt(at(10))
  trail.write(at(7), 'late')
  expect(await trail.sealAt(at(15))).toMatchObject([{ kind: 'sealed', late: 1 }])
  expect(verifyDay(trail.evidence(day, at(16)), trail.isSigned)).toMatchObject({ late: 1, waiting: 0, flaws: [] })
})

test('what comes much later is never sealed, and is reported', async () => {
  const trail = openTrail()
  await trail.sealAt(at(60))
  trail.write(at(20), 'forged')
  await trail.sealAt(at(65))
  expect(trail.seals.flatMap(({ rows }) => rows)).toEqual([])
  expect(verifyDay(trail.evidence(day, at(66)), trail.isSigned).flaws).toMatchObject([{ code: 'row-added' }])
})

test('a late one at the end of the day is sealed before the root is signed', async () => {
  const trail = openTrail()
  const end = 24 * 60
  await trail.sealAt(at(60))
  await trail.sealAt(at(end + 3))
  trail.write(at(end) - 1, 'last')
  expect(await trail.sealAt(at(end + 8))).toMatchObject([
    { kind: 'sealed', late: 1, seal: { day } },
    { kind: 'sealed', seal: { day: '2026-11-25' } },
  ])
  expect(await trail.sealAt(at(end + 13))).toMatchObject([{ kind: 'signed', day }, { kind: 'sealed' }])
  expect(verifyDay(trail.evidence(day, at(end + 14)), trail.isSigned)).toMatchObject({ signed: true, flaws: [] })
  expect(await trail.sealAt(at(end + 13))).toEqual([])
})

test('an outage of two days is made good, day by day', async () => {
  const trail = openTrail()
  trail.write(at(1), 'a')
  await trail.sealAt(at(5))
  trail.write(at(30 * 60), 'b')
  await trail.sealAt(at(50 * 60))
  expect(trail.roots.map((root) => root.day)).toEqual([day, '2026-11-25'])
  expect(trail.roots[1]?.previous).toBe(trail.roots[0]?.digest)
  for (const one of [day, '2026-11-25'])
    expect(verifyDay(trail.evidence(one, at(50 * 60)), trail.isSigned).flaws).toEqual([])
})

test('many rows become several seals', async () => {
  const trail = openTrail()
  for (let index = 0; index < 2500; index += 1) trail.write(at(1), String(index).padStart(5, '0'))
  await trail.sealAt(at(5))
  expect(trail.seals.map(({ rows }) => rows.length)).toEqual([1000, 1000, 500])
  expect(verifyDay(trail.evidence(day, at(5)), trail.isSigned)).toMatchObject({ waiting: 0, flaws: [] })
})

test('of two runs at once one seals', async () => {
  const trail = openTrail()
  trail.write(at(1), 'a')
  const raced = { ...trail.world.auditSeals, add: async () => 'raced' as const }
  expect(await trail.sealAt(at(5), { auditSeals: raced })).toEqual([{ kind: 'raced' }])
  expect(trail.seals).toEqual([])
})
