import { defineLie } from '../lie.ts'
import { answers, keySet } from '../tellings.ts'

export default defineLie({
  name: 'no-keys',
  rows: ['D01'],
  says: 'eSignet hands out no keys',
  door: 'jwks',
  variants: {
    500: answers({ status: 500, body: '' }),
    404: answers({ status: 404, body: '' }),
    html: answers({ headers: { 'content-type': 'text/html' }, body: '<h1>Back soon</h1>' }),
    'an empty set': keySet(() => []),
    'an object': answers({ body: '{"keys":{}}' }),
    null: answers({ body: 'null' }),
    'no keys member': answers({ body: '{}' }),
  },
  leaves: 'failed',
  refusedAs: 'provider-keys-unavailable',
})
