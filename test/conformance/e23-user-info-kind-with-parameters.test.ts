import { lie } from './telling.ts'

lie('E23', 'user-info-kind-with-parameters', {
  as: 'accepted',
  ways: ['charset', 'upper case'],
})
