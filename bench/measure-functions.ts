import { childrenOf, type Node, parseModule, within } from '../test/architecture/syntax-tree.ts'

export interface Size {
  readonly file: string
  readonly name: string
  readonly lines: number
}

/**
 * Lines of every function that has a name: declared, assigned, a member or a method. Callbacks count with the function they
 * stand in; a curried function is one. What stands inside another is measured on its own as well.
 */
export const measureFunctions = (file: string, text: string): readonly Size[] => {
  const lineAt = lineCounter(text)
  return named(parseModule(file, text)).map(({ name, node }) => ({
    file,
    name,
    lines: lineAt(node.end) - lineAt(node.start) + 1,
  }))
}

interface Named {
  readonly name: string
  readonly node: Node
}

const named = (node: Node): readonly Named[] => {
  const here = nameHere(node)
  return [...(here === undefined ? [] : [here]), ...childrenOf(node).flatMap(named)]
}

const nameHere = (node: Node): Named | undefined => {
  const isDeclared = node.type === 'FunctionDeclaration'
  const holder = isDeclared ? node : (within(node, 'value') ?? within(node, 'init'))
  const key = within(node, isDeclared || node.type === 'VariableDeclarator' ? 'id' : 'key')
  if (holder === undefined || key === undefined || !isFunction(holder)) return undefined
  return { name: String(key['name'] ?? key['value'] ?? '?'), node }
}

const isFunction = ({ type }: Node): boolean =>
  type === 'FunctionDeclaration' || type === 'FunctionExpression' || type === 'ArrowFunctionExpression'

/** Line number of an offset, from one. */
const lineCounter = (text: string): ((offset: number) => number) => {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  return (offset) => starts.findLastIndex((start) => start <= offset) + 1
}
