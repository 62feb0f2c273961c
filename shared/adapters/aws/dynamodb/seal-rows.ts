import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import type { Root } from '../../../domain/audit/root.ts'
import type { Seal } from '../../../domain/audit/seal.ts'
import { auditTermSeconds } from './rows.ts'

/** How seals and roots lie in their table: a day's seals by number, its root after all of them. */

/** Sorts after every number. */
export const rootKey = 'root'

const numberKey = (number: number): string => String(number).padStart(8, '0')

const expiryOf = (day: string): number => Math.floor(Date.parse(day) / 1000) + auditTermSeconds

/** A row's entry and its digest share one text: neither has a space, and a map would repeat its names a thousand times. */
export const sealRow = ({ rows, ...seal }: Seal) => ({
  ...seal,
  seal: numberKey(seal.number),
  rows: rows.map(({ entry, digest }) => `${entry} ${digest}`),
  expiresAt: expiryOf(seal.day),
})

export const rootRow = (root: Root) => ({ ...root, seal: rootKey, expiresAt: expiryOf(root.day) })

const seal = z.object({
  day: z.iso.date(),
  number: z.number(),
  before: z.string(),
  sealedAt: z.string(),
  previous: z.string(),
  total: z.number(),
  rows: z.array(
    z.string().transform((line) => {
      const space = line.lastIndexOf(' ')
      return { entry: line.slice(0, space), digest: line.slice(space + 1) }
    }),
  ),
  digest: z.string(),
})

const root = z.object({
  day: z.iso.date(),
  seals: z.number(),
  events: z.number(),
  lastSeal: z.string(),
  previous: z.string(),
  signedAt: z.string(),
  keyId: z.string(),
  digest: z.string(),
  signature: z.string(),
})

/** A stored row as what it is; `undefined` when a single attribute is more, less or otherwise than we write it. */
export const sealIn = (row: unknown): Seal | undefined => {
  const { data } = seal.safeParse(row)
  return data !== undefined && isDeepStrictEqual(sealRow(data), row) ? data : undefined
}

export const rootIn = (row: unknown): Root | undefined => {
  const { data } = root.safeParse(row)
  return data !== undefined && isDeepStrictEqual(rootRow(data), row) ? data : undefined
}
