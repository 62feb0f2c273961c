import { withPushedRequests } from '../at-release.ts'
import { defineLie, type Tell } from '../lie.ts'
import { answers } from '../tellings.ts'

/** The first answer only: whoever asks again is told the truth. */
const once =
  (tell: Tell): Tell =>
  (honest, tools) =>
    tools.timesTold === 0 ? tell(honest, tools) : honest

export default defineLie({
  name: 'pushed-request-fails-once',
  rows: ['A35'],
  says: 'a pushed request fails, and the next one does not',
  door: 'par',
  variants: {
    500: once(answers({ status: 500, body: '{"error":"server_error"}' })),
    503: once(answers({ status: 503, headers: { 'retry-after': '5' }, body: '' })),
    'a broken line': once(answers({ delivery: 'resets' })),
    'half an answer': once(answers({ delivery: 'stops-halfway' })),
  },
  refusedAs: 'accepted',
  notAt: [withPushedRequests],
})
