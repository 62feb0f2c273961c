import { readMembers } from '../json-text.ts'
import { defineLie } from '../lie.ts'
import { members } from '../tellings.ts'
import { textOf } from '../tools.ts'

export default defineLie({
  name: 'id-token-of-an-earlier-login',
  rows: ['C46'],
  says: 'the ID token of an earlier login comes again',
  door: 'token',
  tell: members((honest, { earlier, signAs: _ }) => {
    const before = earlier('token')
    if (before === undefined) return honest
    const { id_token, access_token } = readMembers(textOf(before))
    return { id_token, access_token }
  }),
  replays: true,
  refusedAs: 'nonce-mismatch',
})
