import { lie } from './telling.ts'

lie('E24', 'user-info-nested-without-end', {
  as: 'json-too-deep',
  ways: ['told'],
})
