import { withEncryption } from '../../tampering/at-release.ts'
import { eachError } from '../each-error.ts'
import { defineFault, throughout } from '../fault.ts'

const errors = [
  'DisabledException',
  'KMSInvalidStateException',
  'NotFoundException',
  'InvalidKeyUsageException',
] as const

const ways = (what: string, key: string) =>
  Object.fromEntries(
    Object.entries(
      eachError(errors, (error) => [{ service: 'kms', door: 'callback', key, error, times: throughout }]),
    ).map(([error, fails]) => [`${what}: ${error}`, fails]),
  )

/** Claims are never kept in the open because the key for them is away. */
export default defineFault({
  name: 'no-key-for-claims',
  rows: ['I01', 'I02', 'I04'],
  says: 'claims could not be opened, or not be sealed, for want of a key',
  during: 'visa/apply',
  refusedAs: 'key-unavailable',
  noticedAt: 'userinfo',
  ways: {
    ...ways('opening UserInfo', 'visa/userinfo-decryption'),
    ...ways('the key of the person', 'data'),
    'the key of the person: busy without end': [
      { service: 'kms', door: 'callback', key: 'data', error: 'ThrottlingException', times: throughout },
    ],
  },
  notAt: [withEncryption],
})
