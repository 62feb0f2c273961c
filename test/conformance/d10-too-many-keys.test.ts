import { lie } from './telling.ts'

lie('D10', 'too-many-keys', {
  as: 'keys-untrustworthy',
  ways: ['told'],
})
