import { lie } from './telling.ts'

lie('F10', 'told-but-not-verified', {
  as: 'accepted',
  ends: 're-verify',
  ways: ['all outside', 'name outside'],
})
