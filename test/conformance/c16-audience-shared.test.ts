import { lie } from './telling.ts'

lie('C16 C17', 'audience-shared', {
  as: 'audience-mismatch',
  ways: ['nobody authorized', 'we are authorized', 'ourselves twice'],
})
