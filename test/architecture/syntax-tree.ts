import { parseAst } from 'vitest/node'

/** A node of the ESTree that the parser of our test runner makes of TypeScript and JavaScript (TypeScript 7 has no stable API). */
export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [member: string]: unknown
}

/** Parses one module, types included. @throws an Error that names the file when the text is no module */
export const parseModule = (file: string, text: string): Node => {
  const program = parse(file, text)
  if (isNode(program)) return program
  throw new Error(`${file} has no syntax tree`)
}

const parse = (file: string, text: string): unknown => {
  try {
    return parseAst(text, { lang: file.endsWith('.ts') ? 'ts' : 'js', sourceType: 'module' })
  } catch (cause) {
    throw new Error(`${file} does not parse`, { cause })
  }
}

/** The node and everything beneath it, outermost first. */
export function* nodesOf(node: Node): Generator<Node> {
  yield node
  for (const child of childrenOf(node)) yield* nodesOf(child)
}

export const childrenOf = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode)

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value

/** The node under a member's name, if there is one. */
export const within = (node: Node, member: string): Node | undefined => {
  const value = node[member]
  return isNode(value) ? value : undefined
}
