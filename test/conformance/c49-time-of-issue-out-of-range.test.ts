import { lie } from './telling.ts'

lie('C49 L03', 'time-of-issue-out-of-range', {
  as: 'issued-at-implausible',
  ways: ['minus nothing', 'infinite', 'not exact', 'milliseconds', 'no whole number'],
})
