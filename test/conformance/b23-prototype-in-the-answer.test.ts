import { lie } from './telling.ts'

lie('B23', 'prototype-in-the-answer', {
  as: 'accepted',
  ways: ['proto', 'constructor'],
})
