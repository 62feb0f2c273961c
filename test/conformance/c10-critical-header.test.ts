import { lie } from './telling.ts'

lie('C10', 'critical-header', {
  as: 'token-malformed',
  ways: ['unknown', 'unencoded payload', 'encoded payload', 'twice', 'empty', 'a text'],
})
