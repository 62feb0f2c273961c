import { lie } from './telling.ts'

lie('E24', 'user-info-in-another-spelling', {
  as: 'token-malformed',
  ways: ['line break', 'padding', 'two parts', 'empty'],
})
