import { lie } from './telling.ts'

lie('D03', 'two-keys-of-one-name', {
  as: 'keys-untrustworthy',
  ways: ['told'],
})
