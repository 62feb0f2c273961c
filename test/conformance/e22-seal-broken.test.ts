import { lie } from './telling.ts'

lie('E22 E29', 'seal-broken', {
  as: 'userinfo-undecipherable',
  ways: ['tag', 'nonce', 'content', 'content key', 'header', 'content exchanged', 'content key too long'],
})
