import { defineLie } from '../lie.ts'
import { userInfoAs } from '../tellings.ts'
import { encode, signAsStranger } from '../tools.ts'

export default defineLie({
  name: 'user-info-forged',
  rows: ['E05'],
  says: 'UserInfo is signed by somebody else, under the right key id',
  door: 'userinfo',
  variants: {
    stranger: userInfoAs(({ header, claims }, { strangers }) =>
      signAsStranger(strangers.strong().privateKey, header, JSON.stringify(claims)),
    ),
    'claims exchanged': userInfoAs(({ compact, claims }) => {
      const [header, , signature] = compact.split('.')
      return `${header}.${encode(JSON.stringify({ ...claims, name: 'Somebody Else' }))}.${signature}`
    }),
  },
  refusedAs: 'signature-invalid',
})
