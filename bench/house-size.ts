import { filesOfTheCheckout, isSource, textOf } from '../test/architecture/checkout.ts'
import { measureFunctions, type Size } from './measure-functions.ts'
import { spread } from './spread.ts'

// npm run house: how long files and functions are, per room. Not a gate: long ones should be tables, and a look will tell.
const files = filesOfTheCheckout().filter((file) => isSource(file) && file.includes('/'))
const sizes: readonly Size[] = files.map((file) => ({ file, name: '', lines: linesOf(textOf(file)) }))
const functions = files.flatMap((file) => measureFunctions(file, textOf(file)))

console.table(
  Object.fromEntries(
    roomsOf(files).map((room) => {
      const within = ({ file }: Size) => `${file}/`.startsWith(room)
      return [
        room,
        {
          files: sizes.filter(within).length,
          ...spread('lines', sizes.filter(within)),
          functions: functions.filter(within).length,
          ...spread('function', functions.filter(within)),
        },
      ]
    }),
  ),
)
console.log('The longest files of the product, and its longest functions:')
console.table(longest(sizes))
console.table(longest(functions))

/** Top folders, the house itself by its rooms. */
function roomsOf(files: readonly string[]): readonly string[] {
  const rooms = files
    .map((file) => file.split('/'))
    .map(([top = '', second = '']) => (top === 'shared' ? `shared/${second}/` : `${top}/`))
  return [...new Set(rooms)].sort()
}

function linesOf(text: string): number {
  return text.split('\n').length - 1
}

function longest(all: readonly Size[]): readonly Size[] {
  const product = all.filter(({ file }) => /^(functions|shared|infra|sandbox|portals)\//.test(file))
  return [...product].sort((one, other) => other.lines - one.lines).slice(0, 8)
}
