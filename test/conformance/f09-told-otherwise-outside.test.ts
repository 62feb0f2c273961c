import { lie } from './telling.ts'

lie('F09', 'told-otherwise-outside', {
  as: 'accepted',
  ways: ['told'],
})
