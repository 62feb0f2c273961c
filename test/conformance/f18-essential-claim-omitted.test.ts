import { lie } from './telling.ts'

lie('F18 F19', 'essential-claim-omitted', {
  as: 'accepted',
  ends: 're-verify',
  ways: ['country missing', 'name missing', 'country a number', 'country empty', 'country null', 'country a list'],
})
