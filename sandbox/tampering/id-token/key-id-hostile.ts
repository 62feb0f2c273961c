import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'key-id-hostile',
  rows: ['C08'],
  says: 'the key id is a path, a query, or eight kilobytes',
  door: 'token',
  variants: {
    path: idToken({}, { kid: '../../../../dev/null' }),
    query: idToken({}, { kid: "x' UNION SELECT 'secret" }),
    address: idToken({}, { kid: 'https://evil.example/key' }),
    '8 kB': idToken({}, { kid: 'k'.repeat(8192) }),
    prototype: idToken({}, { kid: '__proto__' }),
  },
  refusedAs: 'key-unknown',
})
