import { lie } from './telling.ts'

lie('F05 F06', 'assurance-too-low', {
  as: 'accepted',
  ends: 're-verify',
  ways: ['low', 'missing', 'unknown', 'other case', 'a list'],
})
