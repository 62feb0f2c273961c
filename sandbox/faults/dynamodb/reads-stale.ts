import { defineFault, throughout } from '../fault.ts'

/** Every read that decides something is consistent, so that none can meet this. */
export default defineFault({
  name: 'reads-stale',
  rows: ['H08'],
  says: 'what was just written could not be read yet',
  refusedAs: 'accepted',
  noticedAt: 'userinfo',
  isMet: false,
  fails: ['GetItem', 'Query', 'Scan', 'BatchGetItem'].map((operation) => ({
    service: 'dynamodb',
    operation,
    stale: true,
    times: throughout,
  })),
})
