import { rootIn, sealIn } from '../../../shared/adapters/aws/dynamodb/seal-rows.ts'
import type { AuditRow } from '../../../shared/domain/audit/audit-row.ts'
import { type Flaw, flaw } from '../../../shared/domain/audit/flaw.ts'
import type { Root } from '../../../shared/domain/audit/root.ts'
import type { Seal } from '../../../shared/domain/audit/seal.ts'
import type { Json } from '../../../shared/kernel/canonical-json.ts'
import { isObject, type JsonObject, textIn } from '../json.ts'

/** Kinds of things an export holds, in the order in which it holds them. */
export const kinds = ['row', 'seal', 'root', 'root-before', 'key'] as const

export type Kind = (typeof kinds)[number]

/** One thing of a day as it is stored; a line of an export. */
export interface Item {
  readonly kind: Kind
  readonly stored: Json
}

/** What the items of a day are evidence of. What is not in the form we write is told here and is no evidence. */
export interface Collected {
  readonly rows: readonly AuditRow[]
  readonly seals: readonly Seal[]
  readonly root?: Root
  readonly rootBefore?: Root
  readonly key?: Json
  readonly flaws: readonly Flaw[]
}

export const collect = (items: readonly Item[]): Collected => {
  const rows: AuditRow[] = []
  const seals: Seal[] = []
  const flaws: Flaw[] = []
  const found: { root?: Root; rootBefore?: Root; key?: Json } = {}
  const misshapen = (kind: string, stored: Json): void => {
    const name = kind === 'seal' ? `seal ${Number(textOf(stored, 'seal'))}` : kind
    flaws.push(
      flaw(kind === 'seal' ? 'seal-changed' : 'root-changed', name, 'it is not in the form in which it is written'),
    )
  }
  for (const { kind, stored } of items) {
    if (kind === 'row') {
      const row = rowIn(stored)
      if (row === undefined) flaws.push(flaw('row-changed', 'a row', 'it has no day or no entry'))
      else rows.push(row)
    } else if (kind === 'seal') {
      const seal = sealIn(stored)
      if (seal === undefined) misshapen(kind, stored)
      else seals.push(seal)
    } else if (kind === 'key') found.key = stored
    else {
      const root = rootIn(stored)
      if (root === undefined) misshapen(kind, stored)
      else if (kind === 'root') found.root = root
      else found.rootBefore = root
    }
  }
  return { rows, seals, ...found, flaws }
}

const textOf = (stored: Json, member: string): string => (isPlain(stored) ? (textIn(stored, member) ?? '') : '')

const isPlain = (value: unknown): value is JsonObject => isObject(value)

const isJsonObject = (value: Json): value is { readonly [member: string]: Json | undefined } => isObject(value)

const rowIn = (stored: Json): AuditRow | undefined => {
  if (!isJsonObject(stored)) return undefined
  const { day, entry } = stored
  return typeof day === 'string' && typeof entry === 'string' ? { ...stored, day, entry } : undefined
}
