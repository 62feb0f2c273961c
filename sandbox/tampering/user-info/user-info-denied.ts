import { defineLie } from '../lie.ts'
import { answers } from '../tellings.ts'

export default defineLie({
  name: 'user-info-denied',
  rows: ['E26'],
  says: 'eSignet refuses to say anything about the person',
  door: 'userinfo',
  variants: {
    401: answers({ status: 401, headers: { 'www-authenticate': 'error="invalid_token"' }, body: '' }),
    403: answers({ status: 403, headers: { 'www-authenticate': 'Bearer error="insufficient_scope"' }, body: '' }),
    404: answers({ status: 404, body: '' }),
    204: answers({ status: 204, body: '' }),
  },
  refusedAs: 'userinfo-refused',
})
