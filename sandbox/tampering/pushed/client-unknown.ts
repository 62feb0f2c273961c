import { withPushedRequests } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { answers } from '../tellings.ts'

export default defineLie({
  name: 'client-unknown',
  rows: ['A34'],
  says: 'eSignet says it does not know this client',
  door: 'par',
  tell: answers({ status: 400, body: '{"error":"invalid_client","error_description":"invalid_client"}' }),
  refusedAs: 'client-rejected',
  notAt: [withPushedRequests],
})
