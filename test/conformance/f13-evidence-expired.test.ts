import { lie } from './telling.ts'

lie('F13 F14', 'evidence-expired', {
  as: 'accepted',
  ends: 're-verify',
  ways: ['expired yesterday', 'never said', 'no date', 'unknown kind', 'no evidence', 'missing', 'an object'],
})
