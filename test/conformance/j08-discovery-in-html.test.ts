import { lie } from './telling.ts'

lie('J08', 'discovery-in-html', {
  as: 'provider-metadata-invalid',
  ways: ['a page', 'a page said to be data'],
})
