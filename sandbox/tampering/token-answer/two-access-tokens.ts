import { defineLie } from '../lie.ts'
import { text } from '../tellings.ts'

export default defineLie({
  name: 'two-access-tokens',
  rows: ['B09'],
  says: 'the answer has two access tokens, and readers disagree which counts',
  door: 'token',
  variants: {
    plain: text((honest) => honest.replace('{', '{"access_token":"of-somebody-else",')),
    escaped: text((honest) => honest.replace('{', '{"access\\u005ftoken":"of-somebody-else",')),
  },
  refusedAs: 'json-duplicate-member',
})
