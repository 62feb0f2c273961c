import { defineLie } from '../lie.ts'
import { redirect } from '../tellings.ts'
import { textOf } from '../tools.ts'

export default defineLie({
  name: 'code-of-another-login',
  rows: ['A24'],
  says: 'the code is that of another login (code injection)',
  door: 'success-redirect',
  tell: redirect((address, { earlier }) => {
    const before = earlier('success-redirect')
    const code = before === undefined ? undefined : new URL(textOf(before)).searchParams.get('code')
    address.searchParams.set('code', code ?? 'code-of-somebody-else')
  }),
  noticedAt: 'token',
  replays: true,
  refusedAs: 'code-rejected',
})
