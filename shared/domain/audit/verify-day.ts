import type { Flaw } from './flaw.ts'
import type { Root } from './root.ts'
import { begins, type RootEvidence, rootAgainstSeals, verifyRoot } from './verify-root.ts'
import { type RowEvidence, verifyRows, waitingRows } from './verify-rows.ts'
import { lateRows, verifySeals } from './verify-seals.ts'

/** Everything that is kept about one day. */
export interface DayEvidence extends RootEvidence, RowEvidence {}

export interface DayReport {
  readonly day: string
  readonly rows: number
  readonly seals: number
  /** Sealed, but after the seal they belong to by their time. */
  readonly late: number
  /** Not sealed yet. */
  readonly waiting: number
  /** Whether the root is there: without it the seals of this day are only as good as their table. */
  readonly signed: boolean
  /** The root names none before it. True of the first day that was ever sealed, and of no other. */
  readonly begins: boolean
  /** The first one is the first wrong place: root before seals before rows, because rows are judged by seals. */
  readonly flaws: readonly Flaw[]
}

/** Proves one day, or says where it is wrong. Pure: the same evidence, the same report. */
export const verifyDay = (evidence: DayEvidence, isSigned: (root: Root) => boolean): DayReport => {
  const ofSeals = verifySeals(evidence.day, evidence.seals)
  const ofRoot = verifyRoot(evidence, isSigned)
  // A seal that is wrong in itself is named, and not the root that it no longer fits.
  const { root, seals } = evidence
  const whole = ofRoot.length === 0 && ofSeals.length === 0
  const together = whole && root !== undefined ? rootAgainstSeals(root, seals) : []
  return {
    day: evidence.day,
    rows: evidence.rows.length,
    seals: evidence.seals.length,
    late: lateRows(evidence.day, evidence.seals),
    waiting: waitingRows(evidence),
    signed: evidence.root !== undefined,
    begins: begins(evidence.root),
    flaws: [...ofRoot, ...ofSeals, ...together, ...verifyRows(evidence)],
  }
}
