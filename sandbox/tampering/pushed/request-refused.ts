import { withPushedRequests } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { answers } from '../tellings.ts'

export default defineLie({
  name: 'request-refused',
  rows: ['A34'],
  says: 'eSignet refuses the pushed request',
  door: 'par',
  tell: answers({ status: 400, body: '{"error":"invalid_request","error_description":"<script>"}' }),
  refusedAs: 'pushed-request-refused',
  notAt: [withPushedRequests],
})
