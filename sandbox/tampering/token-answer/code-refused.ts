import { defineLie } from '../lie.ts'
import { answers } from '../tellings.ts'

export default defineLie({
  name: 'code-refused',
  rows: ['B16'],
  says: 'eSignet refuses the code',
  door: 'token',
  tell: answers({ status: 400, body: '{"error":"invalid_grant","error_description":"invalid_grant"}' }),
  refusedAs: 'code-rejected',
})
