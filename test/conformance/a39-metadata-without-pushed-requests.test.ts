import { lie } from './telling.ts'

lie('A39', 'metadata-without-pushed-requests', {
  as: 'provider-metadata-invalid',
  ways: ['told'],
})
