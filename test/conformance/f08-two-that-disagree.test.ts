import { lie } from './telling.ts'

lie('F08', 'two-that-disagree', {
  as: 'accepted',
  ends: 're-verify',
  ways: ['name', 'country'],
})
