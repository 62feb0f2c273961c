import { lie } from './telling.ts'

lie('C29', 'issued-in-the-future', {
  as: 'issued-at-implausible',
  ways: ['told'],
})
