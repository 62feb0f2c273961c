import { withEncryption } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { sealedWith } from '../sealing.ts'

export default defineLie({
  name: 'sealed-but-unsigned',
  rows: ['E04'],
  says: 'UserInfo is encrypted, and nobody signed what is inside',
  door: 'userinfo',
  variants: {
    claims: sealedWith(({ claims }) => JSON.stringify({ ...claims, iss: 'issuer' })),
    'claims with two dots': sealedWith(({ claims }) => JSON.stringify({ ...claims, iss: 'a.b.c' })),
    'claims with four dots': sealedWith(({ claims }) => JSON.stringify({ ...claims, iss: 'a.b.c.d.e' })),
  },
  during: 'visa/apply',
  refusedAs: 'userinfo-unsigned',
  notAt: [withEncryption],
})
