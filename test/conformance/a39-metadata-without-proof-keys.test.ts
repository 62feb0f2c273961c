import { lie } from './telling.ts'

lie('A39', 'metadata-without-proof-keys', {
  as: 'provider-metadata-invalid',
  ways: ['missing', 'plain', 'a text'],
})
