import { type Flaw, flaw } from './flaw.ts'
import { none, type Seal, sealDigest } from './seal.ts'
import { endOf, lateFrom, startOf } from './sealing.ts'

const at = (number: number): string => `seal ${number}`

/** Whether the seals of a day are whole, in order, each tied to the one before, and none says what none could say. */
export const verifySeals = (day: string, seals: readonly Seal[]): readonly Flaw[] => {
  const flaws: Flaw[] = []
  let last: Seal | undefined
  for (const seal of seals) {
    const expected = (last?.number ?? 0) + 1
    if (seal.number < expected) flaws.push(flaw('seal-out-of-order', at(seal.number), 'it stands after a later one'))
    else if (seal.number > expected) flaws.push(flaw('seal-removed', at(expected), 'it is not there, a later one is'))
    else flaws.push(...verifySeal(day, seal, last))
    last = seal
  }
  return flaws
}

/** At most one flaw: what follows from it is not told again. */
const verifySeal = (day: string, seal: Seal, last: Seal | undefined): readonly Flaw[] => {
  const where = at(seal.number)
  if (sealDigest(seal) !== seal.digest)
    return [flaw('seal-changed', where, 'its digest is not that of what stands in it')]
  if (seal.previous !== (last?.digest ?? none))
    return [flaw('seal-unlinked', where, 'it does not name the seal before it as that is')]
  const implausible = implausibleIn(day, seal, last)
  return implausible === undefined ? [] : [flaw('seal-implausible', where, implausible)]
}

/** A seal that is in itself whole, and still was not made by the sealing. */
const implausibleIn = (day: string, seal: Seal, last: Seal | undefined): string | undefined => {
  const position = last?.before ?? startOf(day)
  if (seal.day !== day) return 'it is of another day'
  if (seal.before < position || seal.before > endOf(day)) return 'it goes back, or past the end of the day'
  if (seal.total !== (last?.total ?? 0) + seal.rows.length) return 'it counts other rows than it holds'
  const from = lateFrom(day, position)
  if (seal.rows.some(({ entry }) => entry < from || entry >= seal.before)) return 'it holds a row of another time'
  if (seal.rows.some(({ entry }, index) => index > 0 && entry <= (seal.rows[index - 1]?.entry ?? '')))
    return 'its rows are out of order'
  return undefined
}

/** Rows that came after the seal they belong to. */
export const lateRows = (day: string, seals: readonly Seal[]): number =>
  seals.reduce((late, { rows }, index) => {
    const position = seals[index - 1]?.before ?? startOf(day)
    return late + rows.filter(({ entry }) => entry < position).length
  }, 0)
