import { lie } from './telling.ts'

lie('E05', 'user-info-forged', {
  as: 'signature-invalid',
  ways: ['stranger', 'claims exchanged'],
})
