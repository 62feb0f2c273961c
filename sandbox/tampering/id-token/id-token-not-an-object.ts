import { defineLie } from '../lie.ts'
import { idTokenText } from '../tellings.ts'

export default defineLie({
  name: 'id-token-not-an-object',
  rows: ['C38'],
  says: 'the ID token says a list, a number, nothing',
  door: 'token',
  variants: {
    'a list': idTokenText((payload) => `[${payload}]`),
    'a number': idTokenText(() => '7'),
    null: idTokenText(() => 'null'),
    'an empty text': idTokenText(() => '""'),
    'no JSON': idTokenText(() => 'sub=somebody'),
  },
  refusedAs: 'token-malformed',
})
