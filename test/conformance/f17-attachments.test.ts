import { lie } from './telling.ts'

lie('F17', 'attachments', {
  as: 'accepted',
  ways: ['at an address', 'inside'],
})
