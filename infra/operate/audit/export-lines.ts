import { type Flaw, flaw } from '../../../shared/domain/audit/flaw.ts'
import { canonicalJson, type Json } from '../../../shared/kernel/canonical-json.ts'
import { isObject } from '../json.ts'
import { type Item, type Kind, kinds } from './item.ts'

/** One line of an export, in the one spelling it may have. */
export const lineOf = ({ kind, stored }: Item): string => canonicalJson({ kind, stored })

export interface ReadExport {
  readonly items: readonly Item[]
  readonly flaws: readonly Flaw[]
}

/**
 * Reads an export line by line. A line must be spelled exactly as we spell it: then one changed byte is one changed thing, and
 * no second reading of the same line exists.
 */
export const readExport = (text: string): ReadExport => {
  const items: Item[] = []
  const flaws: Flaw[] = []
  const lines = text.split('\n')
  if (lines.pop() !== '') flaws.push(flaw('line-unreadable', `line ${lines.length + 1}`, 'it has no end'))
  let rank = 0
  for (const [index, line] of lines.entries()) {
    const where = `line ${index + 1}`
    const item = itemIn(line)
    if (item === undefined) {
      flaws.push(flaw('line-unreadable', where, 'it is not a thing of an export'))
      continue
    }
    if (lineOf(item) !== line) flaws.push(flaw('line-not-canonical', where, 'it is not spelled as an export spells it'))
    const its = kinds.indexOf(item.kind)
    const twice = its === rank && its >= kinds.indexOf('root')
    if (its < rank || twice)
      flaws.push(flaw('line-out-of-order', where, `a ${item.kind} stands after what follows it, or twice`))
    rank = Math.max(rank, its)
    items.push(item)
  }
  return { items, flaws }
}

const itemIn = (line: string): Item | undefined => {
  const parsed = parse(line)
  if (!isJsonObject(parsed)) return undefined
  const { kind, stored } = parsed
  const known = kinds.find((one): one is Kind => one === kind)
  return known === undefined || stored === undefined || Object.keys(parsed).length !== 2
    ? undefined
    : { kind: known, stored }
}

const parse = (line: string): Json => {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

const isJsonObject = (value: Json): value is { readonly [member: string]: Json | undefined } => isObject(value)
