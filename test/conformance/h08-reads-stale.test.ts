import { fault } from './telling.ts'

fault('H08', 'reads-stale', {
  as: 'accepted',
  ways: ['fails'],
})
