import { attack } from './attacking.ts'

attack('G11', 'path-of-nowhere', {
  as: 'http-404',
  ways: [
    'up and down again',
    'up and down again, escaped',
    'with an escaped slash',
    'with slashes too many',
    'in other letters',
    'with something behind it',
    'escaped twice',
    'escaped wrongly',
    'of something that is often there',
  ],
})
