import { lie } from './telling.ts'

lie('A15', 'state-null', {
  as: 'state-missing',
  ways: ['told'],
})
