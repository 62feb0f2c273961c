import { posix } from 'node:path'
import { isNode, type Node, nodesOf, parseModule, within } from './syntax-tree.ts'

/** One thing a file reaches for, by any of the ways JavaScript and TypeScript have. */
export interface Import {
  /** A path from the repository root, `npm:<package>`, `node:<module>`, `url:<path>`, or `computed` where only running it would tell. */
  readonly target: string
  /** Vanishes when types are stripped. */
  readonly typeOnly: boolean
}

export interface Source {
  readonly file: string
  readonly imports: readonly Import[]
  /** The words of `words.ts` that occur, in the order of that list's patterns: `process.env`, `Date.now`, … */
  readonly words: readonly string[]
}

/** Reads what a file imports (static, type-only, dynamic, re-exported, JSON, `require`) and which watched words it says. */
export const readSource = (file: string, text: string): Source => {
  const nodes = [...nodesOf(parseModule(file, text))]
  return {
    file,
    imports: nodes.flatMap((node) => importOf(file, node)),
    words: nodes.flatMap((node) => wordsOf(node)),
  }
}

const importOf = (file: string, node: Node): Import[] => {
  const reaches = (source: Node | undefined, typeOnly: boolean): Import[] => [
    { target: targetOf(file, source?.['value']), typeOnly },
  ]
  const source = within(node, 'source')
  switch (node.type) {
    case 'ImportDeclaration':
      return reaches(source, node['importKind'] === 'type' || allAreTypes(node['specifiers'], 'importKind'))
    case 'ExportNamedDeclaration':
      return source === undefined
        ? []
        : reaches(source, node['exportKind'] === 'type' || allAreTypes(node['specifiers'], 'exportKind'))
    case 'ExportAllDeclaration':
      return reaches(source, node['exportKind'] === 'type')
    case 'ImportExpression':
      return reaches(source, false)
    case 'TSImportType':
      return reaches(source, true)
    case 'TSExternalModuleReference':
      return reaches(within(node, 'expression'), false)
    case 'CallExpression':
      return nameOf(within(node, 'callee')) === 'require' ? reaches(firstArgument(node), false) : []
    default:
      return []
  }
}

/** `import { type A, type B }`: nothing is left of it but the module being run, which `verbatimModuleSyntax` keeps. */
const allAreTypes = (specifiers: unknown, member: string): boolean =>
  Array.isArray(specifiers) && specifiers.length > 0 && specifiers.every((one) => isNode(one) && one[member] === 'type')

const targetOf = (file: string, specifier: unknown): string => {
  if (typeof specifier !== 'string') return 'computed'
  if (specifier.startsWith('.')) return posix.join(posix.dirname(file), specifier)
  if (specifier.startsWith('/')) return `url:${specifier}`
  if (specifier.startsWith('node:')) return specifier
  return `npm:${specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')}`
}

const firstArgument = (node: Node): Node | undefined => {
  const list = node['arguments']
  const first: unknown = Array.isArray(list) ? list[0] : undefined
  return isNode(first) ? first : undefined
}

/** The dotted name of an expression: `process.env`, `globalThis.fetch`; `process['env']` is the same. */
const nameOf = (node: Node | undefined): string => {
  if (node === undefined) return ''
  if (node.type === 'Identifier') return String(node['name'])
  if (node.type === 'ChainExpression') return nameOf(within(node, 'expression'))
  if (node.type !== 'MemberExpression') return ''
  const property = within(node, 'property')
  const last = node['computed'] === true ? property?.['value'] : property?.['name']
  return `${nameOf(within(node, 'object'))}.${String(last)}`.replace(/^(globalThis|global|window|self)\./, '')
}

const wordsOf = (node: Node): string[] => {
  const callee = nameOf(within(node, 'callee'))
  switch (node.type) {
    case 'MemberExpression':
      return [nameOf(node)].filter((name) => name === 'process.env' || name === 'Date.now' || name === 'Math.random')
    case 'VariableDeclarator':
      return takesApart(node, 'process', 'env') ? ['process.env'] : []
    case 'ImportDeclaration':
      return within(node, 'source')?.['value'] === 'node:process' ? ['process.env'] : []
    case 'ImportSpecifier':
      return /^random/.test(String(within(node, 'imported')?.['name'])) ? ['random import'] : []
    case 'NewExpression':
      return callee === 'Date' && firstArgument(node) === undefined ? ['new Date()'] : []
    case 'CallExpression':
      return ['fetch', 'brand', 'Date'].includes(callee) ? [`${callee}()`] : []
    default:
      return []
  }
}

/** `const { env } = process` */
const takesApart = (declarator: Node, from: string, member: string): boolean => {
  const properties = within(declarator, 'id')?.['properties']
  return (
    nameOf(within(declarator, 'init')) === from &&
    Array.isArray(properties) &&
    properties.some((property) => isNode(property) && within(property, 'key')?.['name'] === member)
  )
}
