import { defineLie } from '../lie.ts'
import { answers, text } from '../tellings.ts'

export default defineLie({
  name: 'token-answer-unreadable',
  rows: ['B10'],
  says: 'the answer is no JSON object',
  door: 'token',
  variants: {
    truncated: text((honest) => honest.slice(0, -20)),
    empty: answers({ body: '' }),
    'byte order mark': text((honest) => `\ufeff${honest}`),
    null: answers({ body: 'null' }),
    'a list': text((honest) => `[${honest}]`),
    'two objects': text((honest) => `${honest}${honest}`),
  },
  refusedAs: 'provider-answer-invalid',
})
