import { lie } from './telling.ts'

lie('C08', 'key-id-hostile', {
  as: 'key-unknown',
  ways: ['path', 'query', 'address', '8 kB', 'prototype'],
})
