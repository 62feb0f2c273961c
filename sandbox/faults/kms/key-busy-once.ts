import { withEncryption } from '../../tampering/at-release.ts'
import { defineFault } from '../fault.ts'

const errors = ['ThrottlingException', 'KMSInternalException', 'DependencyTimeoutException'] as const

const once = (what: string, door: string, key: string) =>
  errors.map((error) => [`${what}: ${error}`, [{ service: 'kms', door, key, error, times: 1 }]] as const)

export default defineFault({
  name: 'key-busy-once',
  rows: ['I01', 'I03'],
  says: 'KMS had no time for one call',
  during: 'visa/apply',
  refusedAs: 'accepted',
  noticedAt: 'userinfo',
  ways: Object.fromEntries([
    ...once('signing at login', 'login', 'visa/client-assertion'),
    ...once('signing at callback', 'callback', 'visa/client-assertion'),
    ...once('opening UserInfo', 'callback', 'visa/userinfo-decryption'),
    ...once('the key of the person', 'callback', 'data'),
  ]),
  notAt: [withEncryption],
})
