import { lie } from './telling.ts'

lie('J09', 'key-set-too-busy', {
  as: 'provider-keys-unavailable',
  ways: ['in five seconds', 'tomorrow', 'a second ago', 'at a date', 'nonsense'],
})
