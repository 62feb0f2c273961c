import { lie } from './telling.ts'

lie('B20', 'client-forgotten', {
  as: 'client-rejected',
  ways: ['400', '401'],
})
