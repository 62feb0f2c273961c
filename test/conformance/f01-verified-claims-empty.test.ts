import { lie } from './telling.ts'

lie('F01 F02', 'verified-claims-empty', {
  as: 'accepted',
  ends: 're-verify',
  ways: ['null', 'an empty list', 'claims of nothing', 'missing'],
})
