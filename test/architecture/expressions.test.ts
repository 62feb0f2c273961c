import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { search } from './backtracking.ts'
import { filesOfTheCheckout, textOf } from './checkout.ts'
import { readExpression } from './expression.ts'
import { hostileTexts } from './hostile-text.ts'
import { isNode, type Node, nodesOf, parseModule, within } from './syntax-tree.ts'

/** The text of a literal, or of a template whose holes are constants of the same file. */
const textIn = (node: Node | undefined, constants: ReadonlyMap<string, Node>): string => {
  if (node?.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node?.type === 'Identifier') return textIn(constants.get(String(node['name'])), constants)
  if (node?.type === 'TaggedTemplateExpression') return textIn(within(node, 'quasi'), constants)
  if (node?.type !== 'TemplateLiteral')
    throw new Error('an expression is put together in a way that cannot be looked at')
  const pieces = [node['quasis'], node['expressions']].flat().filter(isNode)
  return pieces
    .sort((one, other) => one.start - other.start)
    .map((piece) => (piece.type === 'TemplateElement' ? cooked(piece) : textIn(piece, constants)))
    .join('')
}

const cooked = ({ value }: Node): string =>
  typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : ''

const expressionsOf = (file: string): readonly RegExp[] => {
  const nodes = [...nodesOf(parseModule(file, textOf(file)))]
  const constants = new Map(
    nodes.flatMap((node) => {
      const [name, init] = [within(node, 'id'), within(node, 'init')]
      return node.type === 'VariableDeclarator' && name && init ? [[String(name['name']), init] as const] : []
    }),
  )
  return nodes.flatMap((node) => {
    if (node.type === 'Literal' && node['value'] instanceof RegExp) return [node['value']]
    if (!/^(New|Call)Expression$/.test(node.type) || within(node, 'callee')?.['name'] !== 'RegExp') return []
    const [pattern, flags] = [node['arguments']].flat().filter(isNode)
    return [new RegExp(textIn(pattern, constants), flags === undefined ? '' : textIn(flags, constants))]
  })
}

const files = filesOfTheCheckout().filter((file) => /^(shared|functions)\/.*\.ts$/.test(file))
const all = files.flatMap((file) => expressionsOf(file).map((expression) => ({ file, expression })))
const different = [...new Map(all.map((each) => [String(each.expression), each])).values()]

/** Twice as long may cost a little more than twice as much; four times would be one search within another. */
const growsTooFast = (expression: RegExp): readonly string[] => {
  const tree = readExpression(expression)
  const cost = (text: string): number => search(tree, text).steps
  return hostileTexts(tree)
    .filter((textOf) => {
      const long = cost(textOf(200))
      return long === Number.POSITIVE_INFINITY || long > 3 * cost(textOf(100)) + 100
    })
    .map((textOf) => textOf(3))
}

describe('a regular expression of the product', () => {
  it.each(different)('$expression in $file: what is twice as long costs twice as much', ({ expression }) => {
    expect(growsTooFast(expression)).toEqual([])
  })

  it('is searched here as the engine searches', async () => {
    for (const { expression } of different) {
      const tree = readExpression(expression)
      const own = hostileTexts(tree).map((textOf) => textOf(2))
      const text = fc.oneof(fc.constantFrom(...own), fc.string({ maxLength: 30 }))
      await fc.assert(
        fc.asyncProperty(text, async (given) => {
          expect(search(tree, given).found, `${expression} in ${given}`).toBe(new RegExp(expression).test(given))
        }),
        { numRuns: 60 },
      )
    }
  })

  it('can be found', () => {
    expect(all.length).toBeGreaterThan(30)
    expect(all.map(({ file }) => file)).toContain('shared/adapters/http/cookies.ts')
  })
})

describe('an expression that takes too long would be found', () => {
  it.each([
    /^(a+)+$/,
    /^(a|a)*$/,
    /^(\w+\s?)*$/,
    /^\d+\d+$/,
    /\s+$/,
    /x*y/,
    /^(?:[a-z0-9]+-?)+[a-z]$/,
    /^(?=(?:a+)+b)/,
  ])('%s', (expression) => {
    expect(growsTooFast(expression)).not.toEqual([])
  })

  it.each([/^a+$/, /^[a-z][a-z0-9-]{1,40}$/, /a+/, /[&<>]/g, /^(?:ab)*c?$/, /^(\.|%2e){1,2}$/i])(
    '%s, and one that does not is let through',
    (expression) => {
      expect(growsTooFast(expression)).toEqual([])
    },
  )

  it.each([/(a)\1/, /(?<=a)b/, /^a$/m, /\p{L}/u])('%s is not looked through, and said so', (expression) => {
    expect(() => readExpression(expression)).toThrow('not understood')
  })
})
