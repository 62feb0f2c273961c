import { lie } from './telling.ts'

lie('A16', 'error-description-hostile', {
  as: 'provider-error',
  ways: ['markup', 'line breaks', '4 kB', 'right to left', 'emoji'],
})
