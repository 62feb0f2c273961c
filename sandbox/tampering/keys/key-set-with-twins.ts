import { defineLie } from '../lie.ts'
import { text } from '../tellings.ts'

export default defineLie({
  name: 'key-set-with-twins',
  rows: ['D01'],
  says: 'the key set has two lists of keys',
  door: 'jwks',
  tell: text((honest) => honest.replace('{', '{"keys":[],')),
  refusedAs: 'json-duplicate-member',
})
