import { isDeepStrictEqual } from 'node:util'
import type { AuditRow } from '../../domain/audit/audit-row.ts'
import type { Root } from '../../domain/audit/root.ts'
import type { Seal } from '../../domain/audit/seal.ts'
import type { AuditRows, AuditSeals } from '../../ports/audit-seals.ts'

const inOrder = (a: AuditRow, b: AuditRow): number => (a.entry < b.entry ? -1 : 1)

export const memoryAuditRows = (rows: readonly AuditRow[]): AuditRows => ({
  between: async function* (day, from, before) {
    yield* rows.filter((row) => row.day === day && row.entry >= from && row.entry < before).sort(inOrder)
  },
})

/** Seals and roots of a world without a table. */
export interface MemorySeals {
  readonly seals: Seal[]
  readonly roots: Root[]
}

export const memoryAuditSeals = ({ seals, roots }: MemorySeals): AuditSeals => {
  const backwards = (day: string): Seal[] =>
    seals.filter((seal) => seal.day === day).sort((a, b) => b.number - a.number)
  return {
    newest: async (day) => {
      const root = roots.find((one) => one.day === day)
      if (root !== undefined) return { root }
      const [lastSeal] = backwards(day)
      return lastSeal === undefined ? {} : { lastSeal }
    },
    backwards: async function* (day) {
      yield* backwards(day)
    },
    add: async (seal) => append(seals, seal, ({ day, number }) => day === seal.day && number === seal.number),
    addRoot: async (root) => append(roots, root, ({ day }) => day === root.day),
  }
}

const append = <Thing>(things: Thing[], thing: Thing, isThere: (one: Thing) => boolean): 'added' | 'raced' => {
  const there = things.find(isThere)
  if (there !== undefined) return isDeepStrictEqual(there, thing) ? 'added' : 'raced'
  things.push(thing)
  return 'added'
}
