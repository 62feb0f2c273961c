import { withPushedRequests } from '../../tampering/at-release.ts'
import { defineFault, throughout } from '../fault.ts'

/** To eSignet it is the signature of another key, as when a key was replaced here and not there. Nobody is sent away. */
export default defineFault({
  name: 'signature-garbled',
  rows: ['I05', 'I07'],
  says: 'our signature did not verify with the key that eSignet has of us',
  refusedAs: 'client-rejected',
  noticedAt: 'par',
  fails: [{ service: 'kms', operation: 'Sign', door: 'login', garbled: true, times: throughout }],
  notAt: [withPushedRequests],
})
