import { lie } from './telling.ts'

lie('C02', 'algorithm-none', {
  as: 'algorithm-mismatch',
  ways: ['none', 'None', 'nOnE'],
})
