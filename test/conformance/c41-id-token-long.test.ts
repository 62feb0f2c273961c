import { lie } from './telling.ts'

lie('C41', 'id-token-long', {
  as: 'token-malformed',
  ways: ['20 kB of claims', '20 kB of header', '20 kB of signature'],
})
