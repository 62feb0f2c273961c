import { defineFault, throughout } from '../fault.ts'

/** The same after the person was sent away: one try, no second key, no loop. */
export default defineFault({
  name: 'signature-garbled-on-the-way-back',
  rows: ['I05', 'I07'],
  says: 'our signature did not verify any more when somebody comes back',
  refusedAs: 'client-rejected',
  noticedAt: 'token',
  fails: [{ service: 'kms', operation: 'Sign', door: 'callback', garbled: true, times: throughout }],
})
