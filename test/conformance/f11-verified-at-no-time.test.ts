import { lie } from './telling.ts'

lie('F11 L03', 'verified-at-no-time', {
  as: 'accepted',
  ends: 're-verify',
  ways: ['future', 'no time', 'year nothing', 'the 32nd of February', 'a leap second', 'a number', 'missing'],
})
