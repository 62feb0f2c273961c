import { lie } from './telling.ts'

lie('C14 C47', 'id-token-for-another-client', {
  as: 'audience-mismatch',
  ways: ['another', 'missing', 'an empty list', 'a number', 'almost us', 'a valid token of another client'],
})
