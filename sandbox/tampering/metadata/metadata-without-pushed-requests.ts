import { withPushedRequests } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { members } from '../tellings.ts'

export default defineLie({
  name: 'metadata-without-pushed-requests',
  rows: ['A39'],
  says: 'eSignet no longer takes pushed requests',
  door: 'discovery',
  tell: members({ pushed_authorization_request_endpoint: undefined }),
  refusedAs: 'provider-metadata-invalid',
  notAt: [withPushedRequests],
})
