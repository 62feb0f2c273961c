import { lie } from './telling.ts'

lie('C19', 'audience-of-our-other-service', {
  as: 'audience-mismatch',
  ways: ['told'],
})
