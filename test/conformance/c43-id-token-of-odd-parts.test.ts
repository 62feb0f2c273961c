import { lie } from './telling.ts'

lie('C43', 'id-token-of-odd-parts', {
  as: 'token-malformed',
  ways: ['two', 'four', 'five, as if encrypted', 'one', 'an empty header'],
})
