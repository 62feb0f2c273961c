import { lie } from './telling.ts'

lie('E05', 'sealed-forgery', {
  as: 'signature-invalid',
  ways: ['told'],
})
