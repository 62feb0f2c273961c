import { lie } from './telling.ts'

lie('E02', 'sealed-though-not-agreed', {
  as: 'token-malformed',
  ways: ['told'],
})
