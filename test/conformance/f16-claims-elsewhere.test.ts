import { lie } from './telling.ts'

lie('F16', 'claims-elsewhere', {
  as: 'accepted',
  ends: 're-verify',
  ways: ['distributed', 'aggregated'],
})
