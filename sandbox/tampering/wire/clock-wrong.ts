import { atEachDoor } from '../at-each-door.ts'
import { answers } from '../tellings.ts'

const dated = (minutes: number) =>
  answers(({ now }) => ({ headers: { date: new Date((now + minutes * 60) * 1000).toUTCString() } }))

export default atEachDoor({
  name: 'clock-wrong',
  rows: ['J11'],
  says: 'dates its answer ten minutes off, which must not count',
  variants: { early: dated(-10), late: dated(10) },
  refusedAs: { token: 'accepted', userinfo: 'accepted' },
})
