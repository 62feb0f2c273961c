import { lie } from './telling.ts'

lie('D08', 'private-key-published', {
  as: 'keys-untrustworthy',
  ways: ['of the signing key', 'of another key'],
})
