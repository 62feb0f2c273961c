import { createHash } from 'node:crypto'
import { lineOf, readExport } from '../infra/operate/audit/export-lines.ts'
import type { Item } from '../infra/operate/audit/item.ts'
import { rootJwkIn } from '../infra/operate/audit/root-key.ts'
import { verifyItems } from '../infra/operate/audit/verify-items.ts'
import { rootRow, sealRow } from '../shared/adapters/aws/dynamodb/seal-rows.ts'
import { canonicalJson } from '../shared/kernel/canonical-json.ts'
import { midnight, minute, openTrail } from '../test/domain/audit/sealed-days.ts'

// node infra/build/run.mjs bench/audit-verification.ts [events]
// How many events a second are verified offline, as a ratio to hashing the same bytes and doing nothing else.

const events = Number(process.argv[2] ?? 100_000)
const trail = openTrail()
for (let index = 0; index < events; index += 1)
  trail.write(midnight + Math.floor((index * 24 * 60 * minute) / events), `${index}`.padStart(43, '0'))
for (let five = 1; five <= 291; five += 1) await trail.sealAt(midnight + five * 5 * minute)
const now = midnight + 291 * 5 * minute
const { rows, seals, root } = trail.evidence('2026-11-24', now)
if (root === undefined) throw new Error('the day has no root')
const key = rootJwkIn({ ...trail.world.auditRootKey.publicKey.export({ format: 'jwk' }), kid: root.keyId })
if (key === undefined) throw new Error('the key is none')
const items: readonly Item[] = [
  ...rows.map((stored): Item => ({ kind: 'row', stored })),
  ...seals.map((seal): Item => ({ kind: 'seal', stored: sealRow(seal) })),
  { kind: 'root', stored: { ...rootRow(root) } },
  { kind: 'key', stored: { ...key } },
]
const text = `${items.map(lineOf).join('\n')}\n`
const rowTexts = rows.map((row) => canonicalJson(row))

const seconds = (work: () => void): number => {
  const took = [0, 1, 2].map(() => {
    const start = process.hrtime.bigint()
    work()
    return Number(process.hrtime.bigint() - start) / 1e9
  })
  return Math.min(...took)
}

const hashed = seconds(() => {
  for (const row of rowTexts) createHash('sha256').update(row, 'utf8').digest()
})
const proven = seconds(() => {
  const { flaws } = verifyItems(items, { now })
  if (flaws.length > 0) throw new Error(JSON.stringify(flaws[0]))
})
const read = seconds(() => {
  const { items: found, flaws } = readExport(text)
  if (flaws.length > 0 || verifyItems(found, { now }).flaws.length > 0) throw new Error('the export is not as it was')
})

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))
const sealBytes = seals.reduce((sum, seal) => sum + bytes(sealRow(seal)), 0)
console.log(`${events} events, ${seals.length} seals, ${text.length} bytes of export`)
console.log(
  `a row is ${Math.round(bytes(rows) / events)} bytes; its share of the seals ${Math.round(sealBytes / events)}`,
)
console.log(`sha256 of the rows alone: ${Math.round(events / hashed)} events/s`)
console.log(
  `verified from memory:     ${Math.round(events / proven)} events/s, ${(hashed / proven).toFixed(2)} of that`,
)
console.log(`read and verified:        ${Math.round(events / read)} events/s, ${(hashed / read).toFixed(2)} of that`)
