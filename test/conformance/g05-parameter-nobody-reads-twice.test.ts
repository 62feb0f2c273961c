import { attack } from './attacking.ts'

attack('G05', 'parameter-nobody-reads-twice', {
  as: 'accepted',
  ways: ['done'],
})
