import { lie } from './telling.ts'

lie('B02', 'bound-token-becomes-bearer', {
  as: 'token-type-downgraded',
  ways: ['told'],
})
