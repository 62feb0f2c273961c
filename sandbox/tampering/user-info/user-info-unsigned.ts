import { defineLie } from '../lie.ts'
import { answers } from '../tellings.ts'
import { readJwt, textOf } from '../tools.ts'

export default defineLie({
  name: 'user-info-unsigned',
  rows: ['E03'],
  says: 'UserInfo is plain JSON that nobody signed',
  door: 'userinfo',
  tell: (honest, tools) =>
    answers({
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(readJwt(textOf(honest)).claims),
    })(honest, tools),
  refusedAs: 'userinfo-unsigned',
})
