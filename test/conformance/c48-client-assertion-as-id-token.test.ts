import { lie } from './telling.ts'

lie('C48', 'client-assertion-as-id-token', {
  as: 'key-unknown',
  ways: ['told'],
})
