import { defineLie } from '../lie.ts'

export default defineLie({
  name: 'proof-asked-again',
  rows: ['B17'],
  says: 'a proof of possession is asked for again, with a nonce, once',
  door: 'token',
  tell: (honest) => honest,
  during: 'visa/apply',
  refusedAs: 'accepted',
})
