import { lie } from './telling.ts'

lie('C49', 'time-of-issue-out-of-range', {
  as: 'issued-at-implausible',
  ways: ['minus nothing', 'infinite', 'not exact', 'no whole number'],
})
