import { lie } from './telling.ts'

lie('D16', 'certificate-of-another-key', {
  as: 'accepted',
  ways: ['told'],
})
