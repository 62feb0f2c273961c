import { type Flaw, flaw } from './flaw.ts'
import { type Root, rootDigest } from './root.ts'
import { none, type Seal } from './seal.ts'
import { dayBefore, endOf, isOver } from './sealing.ts'

export interface RootEvidence {
  readonly day: string
  readonly seals: readonly Seal[]
  readonly root?: Root
  /** Of the day before, where it is at hand. */
  readonly rootBefore?: Root
  /** Epoch milliseconds. */
  readonly now: number
}

/** After the end of a day its root is there within minutes; so long its absence says nothing. */
const hour = 60 * 60 * 1000

/** @param isSigned whether the signature over the root's text is that of the published key */
export const verifyRoot = (evidence: RootEvidence, isSigned: (root: Root) => boolean): readonly Flaw[] => {
  const { day, root, rootBefore, now } = evidence
  if (root === undefined)
    return isOver(day, now - hour) ? [flaw('root-removed', 'root', 'the day is over and has no signed root')] : []
  if (rootDigest(root) !== root.digest)
    return [flaw('root-changed', 'root', 'its digest is not that of what stands in it')]
  if (!isSigned(root)) return [flaw('root-signature-invalid', 'root', 'the signature is not that of the published key')]
  if (root.day !== day) return [flaw('root-changed', 'root', 'it is of another day')]
  return follows(root, rootBefore, isSigned)
}

const before = 'root of the day before'

/** A root stands for all days only as far as the roots before it are there and are what it names. */
const follows = (root: Root, rootBefore: Root | undefined, isSigned: (root: Root) => boolean): readonly Flaw[] => {
  if (rootBefore === undefined)
    return root.previous === none ? [] : [flaw('root-removed', before, 'it is named and not there')]
  if (rootDigest(rootBefore) !== rootBefore.digest || !isSigned(rootBefore))
    return [flaw('root-changed', before, 'it is not what was signed')]
  if (root.previous !== rootBefore.digest || rootBefore.day !== dayBefore(root.day))
    return [flaw('root-unlinked', 'root', 'it does not name the root of the day before as that is')]
  return []
}

/** Whether the root stands for these seals; to be asked of seals that are whole in themselves. */
export const rootAgainstSeals = (root: Root, seals: readonly Seal[]): readonly Flaw[] => {
  const last = seals.at(-1)
  if (seals.length < root.seals)
    return [flaw('seal-removed', `seal ${root.seals}`, `the root names ${root.seals} seals, ${seals.length} are there`)]
  if (last?.number !== root.seals || last.digest !== root.lastSeal)
    return [flaw('seal-changed', `seal ${last?.number ?? 0}`, 'it is not the last seal that the root names')]
  if (last.total !== root.events || last.before !== endOf(root.day))
    return [flaw('root-changed', 'root', 'it counts other rows than the seals, or they end before the day does')]
  return []
}

/** Sealing began on the day of a root that names none before it. */
export const begins = (root: Root | undefined): boolean => root?.previous === none
