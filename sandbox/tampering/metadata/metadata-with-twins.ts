import { defineLie } from '../lie.ts'
import { text } from '../tellings.ts'

export default defineLie({
  name: 'metadata-with-twins',
  rows: ['A39'],
  says: 'eSignet describes its token endpoint twice',
  door: 'discovery',
  tell: text((honest) => honest.replace('{', '{"token_endpoint":"https://evil.example/token",')),
  refusedAs: 'json-duplicate-member',
})
