import { lie } from './telling.ts'

lie('A08', 'no-code', {
  as: 'code-missing',
  ways: ['missing', 'empty'],
})
