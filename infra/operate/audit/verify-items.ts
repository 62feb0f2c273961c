import { type Flaw, flaw } from '../../../shared/domain/audit/flaw.ts'
import { type DayReport, verifyDay } from '../../../shared/domain/audit/verify-day.ts'
import { Sentence } from '../../build/sentence.mjs'
import { collect, type Item } from './item.ts'
import { isSignedWith, type RootJwk, rootJwkIn, thumbprintOf } from './root-key.ts'

export interface Verified extends DayReport {
  /** RFC 7638 thumbprint of the key that was believed. */
  readonly key: string
}

export interface Asked {
  /** Absent: the day that the items are about. */
  readonly day?: string
  /** A key from elsewhere, which is believed instead of the one among the items. */
  readonly key?: RootJwk
  readonly now: number
}

/** @throws Sentence when there is nothing to verify, or no key to verify it with */
export const verifyItems = (
  items: readonly Item[],
  { day, key, now }: Asked,
  before: readonly Flaw[] = [],
): Verified => {
  const { flaws, key: found, ...things } = collect(items)
  const about = day ?? things.root?.day ?? things.seals[0]?.day ?? things.rows[0]?.day
  if (about === undefined || !isDay(about)) throw new Sentence('There is nothing in it about any day.')
  const among = rootJwkIn(found)
  const believed = key ?? among
  if (believed === undefined) throw new Sentence('There is no public key of the roots in it: give --key.')
  const aboutKey = keyFlaws(key, found, among, things.root?.keyId)
  const report = verifyDay({ day: about, ...things, now }, isSignedWith(believed))
  return {
    ...report,
    key: thumbprintOf(believed),
    flaws: [...before, ...aboutKey, ...flaws, ...report.flaws],
  }
}

export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))

const keyFlaws = (
  key: RootJwk | undefined,
  found: unknown,
  among: RootJwk | undefined,
  signer: string | undefined,
): readonly Flaw[] => {
  if (found !== undefined && among === undefined) return [flaw('key-differs', 'key', 'it is not in the form of a key')]
  if (key !== undefined && among !== undefined && thumbprintOf(key) !== thumbprintOf(among))
    return [flaw('key-differs', 'key', 'it is not the key that was given')]
  if (among !== undefined && signer !== undefined && signer !== among.kid)
    return [flaw('key-differs', 'key', 'the root names another key')]
  return []
}
