/** A regular expression as a tree, as far as this repository writes them. */
export type Expression =
  | { readonly kind: 'set'; readonly has: (code: number) => boolean; readonly members: readonly number[] }
  | { readonly kind: 'sequence'; readonly parts: readonly Expression[] }
  | { readonly kind: 'either'; readonly branches: readonly Expression[] }
  | {
      readonly kind: 'repeat'
      readonly body: Expression
      readonly least: number
      readonly most: number
      readonly greedy: boolean
    }
  | { readonly kind: 'ahead'; readonly body: Expression; readonly wanted: boolean }
  | { readonly kind: 'edge'; readonly at: (text: string, index: number) => boolean }

/** Latin-1 is enough to tell sets apart. */
const known = Array.from({ length: 256 }, (_, code) => code)

/** What a class or an escape matches is asked of the engine itself. */
const setOf = (source: string, flags: string): Expression => {
  const single = new RegExp(`^(?:${source})$`, flags.replace(/[gy]/g, ''))
  const has = (code: number): boolean => single.test(String.fromCharCode(code))
  return { kind: 'set', has, members: known.filter(has) }
}

const isWord = (text: string, index: number): boolean => /\w/.test(text.charAt(index))

const edges: Readonly<Record<string, (text: string, index: number) => boolean>> = {
  '^': (_, index) => index === 0,
  $: (text, index) => index === text.length,
  '\\b': (text, index) => isWord(text, index - 1) !== isWord(text, index),
  '\\B': (text, index) => isWord(text, index - 1) === isWord(text, index),
}

/** Sources of one character: a class, an escape, a letter. */
const oneCharacter = /^(?:\[(?:\\[\s\S]|[^\]\\])*\]|\\x[0-9a-f]{2}|\\u[0-9a-f]{4}|\\[^1-9kpPcbB]|[^\\[\](){}*+?|^$])/i
const quantifier = /^(?:[*+?]|\{(\d+)(,(\d*))?\})(\??)/

/**
 * Reads `source` as the engine would.
 *
 * @throws Error for what is not understood: references back, looking behind, properties, the flags `m`, `u`, `v` and `y`
 */
export const readExpression = ({ source, flags }: RegExp): Expression => {
  if (/[muvy]/.test(flags)) throw new Error(`the flags ${flags} are not understood`)
  let rest = source
  const take = (text: string): boolean => {
    if (!rest.startsWith(text)) return false
    rest = rest.slice(text.length)
    return true
  }
  const either = (): Expression => {
    const branches = [sequence()]
    while (take('|')) branches.push(sequence())
    const [only] = branches
    return branches.length === 1 && only !== undefined ? only : { kind: 'either', branches }
  }
  const sequence = (): Expression => {
    const parts: Expression[] = []
    while (rest !== '' && !/^[|)]/.test(rest)) parts.push(repeated(atom()))
    return { kind: 'sequence', parts }
  }
  const atom = (): Expression => {
    for (const [edge, at] of Object.entries(edges)) if (take(edge)) return { kind: 'edge', at }
    if (take('(?=')) return { kind: 'ahead', body: closed(), wanted: true }
    if (take('(?!')) return { kind: 'ahead', body: closed(), wanted: false }
    if (take('(?:')) return closed()
    if (rest.startsWith('(?')) throw new Error(`"${rest}" is not understood`)
    if (take('(')) return closed()
    const [one] = oneCharacter.exec(rest) ?? []
    if (one === undefined) throw new Error(`"${rest}" is not understood`)
    take(one)
    return setOf(one, flags)
  }
  const closed = (): Expression => {
    const body = either()
    if (!take(')')) throw new Error(`"${source}" is not closed`)
    return body
  }
  const repeated = (body: Expression): Expression => {
    const [whole, low, comma, high, lazy] = quantifier.exec(rest) ?? []
    if (whole === undefined) return body
    take(whole)
    const [least, most] = bounds(whole.charAt(0), low, comma, high)
    return { kind: 'repeat', body, least, most, greedy: lazy === '' }
  }
  const whole = either()
  if (rest !== '') throw new Error(`"${rest}" is too much`)
  return whole
}

const bounds = (sign: string, low = '0', comma?: string, high?: string): readonly [least: number, most: number] => {
  if (sign === '*') return [0, Number.POSITIVE_INFINITY]
  if (sign === '+') return [1, Number.POSITIVE_INFINITY]
  if (sign === '?') return [0, 1]
  if (comma === undefined) return [Number(low), Number(low)]
  return [Number(low), high === '' || high === undefined ? Number.POSITIVE_INFINITY : Number(high)]
}
