import { withPushedRequests } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { text } from '../tellings.ts'

export default defineLie({
  name: 'pushed-answer-with-twins',
  rows: ['A38'],
  says: 'the answer to the pushed request names two references',
  door: 'par',
  tell: text((honest) => honest.replace('{', '{"request_uri":"urn:ietf:params:oauth:request_uri:another",')),
  refusedAs: 'json-duplicate-member',
  notAt: [withPushedRequests],
})
