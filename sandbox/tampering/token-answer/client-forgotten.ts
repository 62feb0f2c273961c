import { defineLie } from '../lie.ts'
import { answers } from '../tellings.ts'

export default defineLie({
  name: 'client-forgotten',
  rows: ['B20'],
  says: 'eSignet does not know this client any more',
  door: 'token',
  variants: {
    400: answers({ status: 400, body: '{"error":"invalid_client"}' }),
    401: answers({ status: 401, body: '{"error":"invalid_client"}' }),
  },
  refusedAs: 'client-rejected',
})
