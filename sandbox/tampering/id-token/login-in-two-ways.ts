import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

export default defineLie({
  name: 'login-in-two-ways',
  rows: ['C37'],
  says: 'the person was authenticated in two ways, of which one is enough',
  door: 'token',
  tell: idToken(({ acr }) => ({ acr: `${acr} mosip:idp:acr:static-code` })),
  refusedAs: 'accepted',
})
