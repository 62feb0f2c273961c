import { lie } from './telling.ts'

lie('C24', 'two-subjects', {
  as: 'json-duplicate-member',
  ways: ['victim first', 'victim last', 'escaped'],
})
