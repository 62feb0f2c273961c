import { lie } from './telling.ts'

lie('C15', 'audience-as-list', {
  as: 'accepted',
  ways: ['told'],
})
