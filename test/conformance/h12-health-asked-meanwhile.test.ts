import { attack } from './attacking.ts'

attack('H12 I02', 'health-asked-meanwhile', {
  as: 'http-503',
  ways: ['a table is not ours', 'a key is gone', 'another key is not ours'],
})
