import { lie } from './telling.ts'

lie('E26', 'user-info-asks-for-ever', {
  as: 'dpop-nonce-loop',
  ways: ['told'],
})
