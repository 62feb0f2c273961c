import { withPushedRequests } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { answers } from '../tellings.ts'

export default defineLie({
  name: 'pushed-but-not-created',
  rows: ['A38'],
  says: 'the pushed request is answered with a status that does not say "created"',
  door: 'par',
  variants: {
    200: answers({ status: 200 }),
    206: answers({ status: 206 }),
  },
  refusedAs: 'pushed-answer-invalid',
  notAt: [withPushedRequests],
})
