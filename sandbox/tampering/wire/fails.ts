import { atEachDoor, noAnswer } from '../at-each-door.ts'
import { answers } from '../tellings.ts'

export default atEachDoor({
  name: 'fails',
  rows: ['J01'],
  also: { par: ['A35'] },
  says: 'answers that something is wrong inside',
  variants: {
    500: answers({ status: 500, body: '{"error":"server_error"}' }),
    502: answers({ status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad gateway</h1>' }),
    503: answers({ status: 503, headers: { 'retry-after': '5' }, body: '' }),
    504: answers({ status: 504, body: '' }),
  },
  refusedAs: noAnswer,
})
