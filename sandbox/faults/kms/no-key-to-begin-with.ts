import { withPushedRequests } from '../../tampering/at-release.ts'
import { eachError, keyErrors } from '../each-error.ts'
import { defineFault, throughout } from '../fault.ts'

const signing = { service: 'kms', operation: 'Sign', door: 'login', times: throughout } as const

export default defineFault({
  name: 'no-key-to-begin-with',
  rows: ['I01', 'I02', 'I03', 'I04'],
  says: 'the signing key could not be used when a login begins',
  refusedAs: 'key-unavailable',
  noticedAt: 'discovery',
  leaves: 'never-begun',
  ways: {
    ...eachError(keyErrors, (error) => [{ ...signing, error }]),
    'no answer': [{ ...signing, delay: 3_000 }],
  },
  notAt: [withPushedRequests],
})
