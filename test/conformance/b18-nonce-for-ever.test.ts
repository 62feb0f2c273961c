import { lie } from './telling.ts'

lie('B18', 'nonce-for-ever', {
  as: 'dpop-nonce-loop',
  ways: ['told'],
})
