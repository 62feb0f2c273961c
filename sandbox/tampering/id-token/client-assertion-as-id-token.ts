import { defineLie } from '../lie.ts'
import { members } from '../tellings.ts'

export default defineLie({
  name: 'client-assertion-as-id-token',
  rows: ['C48'],
  says: 'our own signed assertion comes back as an ID token',
  door: 'token',
  tell: members((_, { call }) => ({ id_token: call.form['client_assertion'] })),
  refusedAs: 'key-unknown',
})
