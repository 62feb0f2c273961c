import { withEncryption } from '../../tampering/at-release.ts'
import { defineFault, throughout } from '../fault.ts'

export default defineFault({
  name: 'unwrapped-key-garbled',
  rows: ['I05'],
  says: 'KMS unwrapped the key of encrypted UserInfo to another one',
  during: 'visa/apply',
  refusedAs: 'userinfo-undecipherable',
  noticedAt: 'userinfo',
  fails: [{ service: 'kms', door: 'callback', key: 'visa/userinfo-decryption', garbled: true, times: throughout }],
  notAt: [withEncryption],
})
