import { lie } from './telling.ts'

lie('A39', 'metadata-of-another-issuer', {
  as: 'provider-metadata-invalid',
  ways: ['another', 'trailing slash', 'missing', 'a list'],
})
