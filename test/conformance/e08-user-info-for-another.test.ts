import { lie } from './telling.ts'

lie('E08 E09', 'user-info-for-another', {
  as: 'userinfo-audience-mismatch',
  ways: ['another', 'missing', 'shared', 'our other service', 'an empty list'],
})
