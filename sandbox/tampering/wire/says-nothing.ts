import { atEachDoor, noAnswer } from '../at-each-door.ts'
import { answers } from '../tellings.ts'

export default atEachDoor({
  name: 'says-nothing',
  rows: ['J05', 'J06', 'D12'],
  says: 'takes the question and never answers',
  variants: { silence: answers({ delivery: 'hangs' }) },
  refusedAs: noAnswer,
})
