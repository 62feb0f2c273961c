import { atEachDoor, noAnswer } from '../at-each-door.ts'
import { answers } from '../tellings.ts'

export default atEachDoor({
  name: 'breaks-off',
  rows: ['J04', 'J06'],
  also: { par: ['A35'] },
  says: 'breaks the line before or within its answer',
  variants: {
    'before the answer': answers({ delivery: 'resets' }),
    'within the answer': answers({ delivery: 'stops-halfway' }),
    'no HTTP': answers({ delivery: 'verbatim', body: 'I have nothing to say.\r\n\r\n' }),
  },
  refusedAs: noAnswer,
})
