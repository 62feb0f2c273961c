import { lie } from './telling.ts'

lie('J09', 'pushed-request-endpoint-too-busy', {
  as: 'provider-unavailable',
  ways: ['in five seconds', 'tomorrow', 'a second ago', 'at a date', 'nonsense'],
})
