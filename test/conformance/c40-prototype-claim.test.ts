import { lie } from './telling.ts'

lie('C40', 'prototype-claim', {
  as: 'accepted',
  ways: ['proto', 'constructor'],
})
