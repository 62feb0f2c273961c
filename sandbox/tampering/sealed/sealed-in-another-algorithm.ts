import { withEncryption } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { sealedWith } from '../sealing.ts'
import { signAsStranger } from '../tools.ts'

export default defineLie({
  name: 'sealed-in-another-algorithm',
  rows: ['E06'],
  says: 'UserInfo is encrypted, and inside signed with an algorithm that was not agreed',
  door: 'userinfo',
  variants: {
    none: sealedWith(({ header, claims }, { signAs }) =>
      signAs('identity-system', { ...header, alg: 'none' }, JSON.stringify(claims)),
    ),
    HS256: sealedWith(({ header, claims }) =>
      signAsStranger(Buffer.from('a secret'), { ...header, alg: 'HS256' }, JSON.stringify(claims)),
    ),
  },
  during: 'visa/apply',
  refusedAs: 'algorithm-mismatch',
  notAt: [withEncryption],
})
