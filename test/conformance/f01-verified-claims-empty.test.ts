import { lie } from './telling.ts'

lie('F01', 'verified-claims-empty', {
  as: 'accepted',
  ends: 're-verify',
  ways: ['null', 'an empty list', 'missing'],
})
