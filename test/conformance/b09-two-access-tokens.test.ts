import { lie } from './telling.ts'

lie('B09', 'two-access-tokens', {
  as: 'json-duplicate-member',
  ways: ['plain', 'escaped'],
})
