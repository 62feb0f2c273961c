import { lie } from './telling.ts'

lie('D06', 'key-too-short', {
  as: 'keys-untrustworthy',
  ways: ['told'],
})
