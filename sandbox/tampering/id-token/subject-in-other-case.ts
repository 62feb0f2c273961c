import { defineLie } from '../lie.ts'
import { idToken } from '../tellings.ts'

const swapCase = (text: string): string =>
  [...text].map((sign) => (sign === sign.toLowerCase() ? sign.toUpperCase() : sign.toLowerCase())).join('')

export default defineLie({
  name: 'subject-in-other-case',
  rows: ['C23'],
  says: 'the subject differs from the one of UserInfo only by upper and lower case',
  door: 'token',
  tell: idToken(({ sub }) => ({ sub: swapCase(String(sub)) })),
  noticedAt: 'userinfo',
  refusedAs: 'userinfo-subject-mismatch',
})
