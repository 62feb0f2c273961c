import { fault } from './telling.ts'

fault('I03', 'key-slow-once', {
  as: 'accepted',
  ways: ['signing at login', 'opening UserInfo'],
})
