import { lie } from './telling.ts'

lie('B03', 'bound-though-not-asked', {
  as: 'token-type-downgraded',
  ways: ['told'],
})
