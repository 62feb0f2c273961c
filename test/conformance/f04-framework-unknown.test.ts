import { lie } from './telling.ts'

lie('F04 H15', 'framework-unknown', {
  as: 'accepted',
  ends: 're-verify',
  ways: ['unknown', 'other case', 'almost the same', 'prototype', 'a thousand letters'],
})
