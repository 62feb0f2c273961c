import { defineLie } from '../lie.ts'
import { answers } from '../tellings.ts'

export default defineLie({
  name: 'user-info-of-another-kind',
  rows: ['E23'],
  says: 'UserInfo is said to be no JWT',
  door: 'userinfo',
  variants: {
    text: answers({ headers: { 'content-type': 'text/plain' } }),
    missing: answers({ headers: { 'content-type': undefined } }),
    html: answers({ headers: { 'content-type': 'text/html' } }),
  },
  refusedAs: 'userinfo-unsigned',
})
