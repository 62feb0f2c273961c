import { defineLie } from '../lie.ts'
import { idTokenText } from '../tellings.ts'

export default defineLie({
  name: 'subject-in-broken-utf8',
  rows: ['C22', 'C39'],
  says: 'the subject contains bytes that are no text, which careless readers make alike',
  door: 'token',
  tell: idTokenText((payload) => {
    const [before = '', after = ''] = payload.split('"sub":"', 2)
    return Buffer.concat([Buffer.from(`${before}"sub":"`), Buffer.from([0xff, 0xfe]), Buffer.from(after)])
  }),
  refusedAs: 'token-malformed',
})
