import { withEncryption } from '../../tampering/at-release.ts'
import { defineFault } from '../fault.ts'

const once = (door: string, key: string) => [{ service: 'kms', door, key, delay: 2_000, times: 1 }]

/** Longer than we wait for one answer, so that it is asked for again. */
export default defineFault({
  name: 'key-slow-once',
  rows: ['I03'],
  says: 'KMS took two seconds for one call',
  during: 'visa/apply',
  refusedAs: 'accepted',
  noticedAt: 'userinfo',
  ways: {
    'signing at login': once('login', 'visa/client-assertion'),
    'opening UserInfo': once('callback', 'visa/userinfo-decryption'),
  },
  notAt: [withEncryption],
})
