import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { camelCase, filesOf, type NewDoor } from './door-templates.ts'
import { Sentence } from './sentence.mjs'

/** Route key of each door that stands already, by its name. */
export type Doors = Readonly<Record<string, { readonly route: string }>>

const list = 'functions/index.ts'
const description = 'docs/http-api.md'

/**
 * Furnishes a new door: its folder, its deed, its test, its line in the list and its row in the description.
 * Nothing is written unless all of it can be.
 *
 * @param root folder of the checkout
 * @returns the files written, from the root
 * @throws Sentence that says what is wrong with the name or the route, or what stands there already
 */
export function furnishDoor(door: NewDoor, doors: Doors, root = '.'): readonly string[] {
  refuseName(door.name, doors)
  refuseRoute(door.route, doors)
  const files: Record<string, string> = { ...filesOf(door) }
  for (const file of [`functions/${door.name}`, ...Object.keys(files)])
    if (existsSync(join(root, file))) throw new Sentence(`${file} stands there already; nothing was written.`)
  files[list] = listed(readFileSync(join(root, list), 'utf8'), door.name)
  if (existsSync(join(root, description)))
    files[description] = described(readFileSync(join(root, description), 'utf8'), door.route)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return Object.keys(files)
}

/** `verify-once-<stage of 20>-<door>` must fit into the 64 characters of a Lambda function's name. */
const longestName = 31

const noRoom = /(^|-)(utils?|common|helpers?|managers?|misc)$/
/** Words that cannot be a variable in the list, and ids that the stack which holds the doors uses for something else. */
const spoken = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends false
  finally for function functions if implements import in instanceof interface let new null package private protected public
  return static super switch this throw true try typeof var void while with yield public-url jwks-url api-url domain-target`.split(
    /\s+/,
  ),
)

function refuseName(name: string, doors: Doors): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new Sentence(`"${name}" cannot name a door: a noun in kebab-case, such as consent or token-exchange.`)
  if (name.length > longestName)
    throw new Sentence(
      `"${name}" is too long: with the stage before it, a function's name has room for ${longestName}.`,
    )
  if (noRoom.test(name)) throw new Sentence(`"${name}" says nothing: a door is named after what people come to it for.`)
  if (spoken.has(name)) throw new Sentence(`"${name}" means something else already, in JavaScript or in the stack.`)
  const like = Object.keys(doors).find((other) => camelCase(other).toLowerCase() === camelCase(name).toLowerCase())
  if (like !== undefined) throw new Sentence(`There is a door ${like} already.`)
}

function refuseRoute(route: string, doors: Doors): void {
  if (!/^(GET|POST|DELETE) (\/([a-z0-9.~_-]+|\{[a-z][A-Za-z]*\}))+$/.test(route))
    throw new Sentence(
      `"${route}" is no route of ours: a method (GET, POST, DELETE) and a path, as in 'GET /{service}/login'.`,
    )
  const taken = Object.entries(doors).find(([, other]) => anyParameter(other.route) === anyParameter(route))
  if (taken !== undefined) throw new Sentence(`${route} leads to ${taken[0]} already.`)
}

/** API Gateway takes routes that differ only in the names of parameters for one. */
const anyParameter = (route: string): string => route.replaceAll(/\{\w+\}/g, '{}')

function listed(text: string, name: string): string {
  const line = `import ${camelCase(name)} from './${name}/function.ts'`
  const entry = name === camelCase(name) ? name : `'${name}': ${camelCase(name)}`
  const parts = /^((?:import .*\n)+)([\s\S]*?)\{([^{}]*?),?\s*\} as const\n([\s\S]*)$/.exec(text)
  if (parts === null) throw new Sentence(`${list} does not look as it did; add the door ${name} by hand.`)
  const [, imports = '', before = '', entries = '', after = ''] = parts
  const sorted = [...imports.trimEnd().split('\n'), line].sort().join('\n')
  const doors = [...entries.split(','), entry].map((one) => one.trim())
  const oneLine = `${before.slice(before.lastIndexOf('\n') + 1)}{ ${doors.join(', ')} } as const`
  // As the formatter would have it: one line while there is room.
  const furnished =
    oneLine.length <= 120 ? `{ ${doors.join(', ')} }` : `{\n${doors.map((one) => `  ${one},\n`).join('')}}`
  return `${sorted}\n${before}${furnished} as const\n${after}`
}

/** One more row under the first table of the description, for somebody to fill in. */
function described(text: string, route: string): string {
  const rows = [...text.matchAll(/^\| `[A-Z]+ \/.*\n/gm)]
  const last = rows.at(-1)
  if (last === undefined) throw new Sentence(`${description} has no table of doors to add ${route} to.`)
  const end = last.index + last[0].length
  return `${text.slice(0, end)}| \`${route}\` | say here who asks | say here what they get |\n${text.slice(end)}`
}
