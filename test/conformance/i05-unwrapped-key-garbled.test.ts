import { fault } from './telling.ts'

fault('I05', 'unwrapped-key-garbled', {
  as: 'userinfo-undecipherable',
  ways: ['fails'],
})
