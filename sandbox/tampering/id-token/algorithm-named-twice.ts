import { defineLie } from '../lie.ts'
import { idTokenAs } from '../tellings.ts'

export default defineLie({
  name: 'algorithm-named-twice',
  rows: ['C10'],
  says: 'the header names two algorithms',
  door: 'token',
  tell: idTokenAs(({ header, claims }, { signAs }) => {
    const twice = JSON.stringify(header).replace('{', '{"alg":"none",')
    return signAs('provider', twice, JSON.stringify(claims))
  }),
  refusedAs: 'json-duplicate-member',
})
