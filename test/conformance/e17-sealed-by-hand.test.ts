import { lie } from './telling.ts'

lie('E17', 'sealed-by-hand', {
  as: 'accepted',
  ends: 're-verify',
  ways: ['told'],
})
