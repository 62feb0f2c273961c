import { lie } from './telling.ts'

lie('A34', 'client-unknown', {
  as: 'client-rejected',
  ways: ['told'],
})
