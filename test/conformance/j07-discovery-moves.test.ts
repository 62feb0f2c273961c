import { lie } from './telling.ts'

lie('J07', 'discovery-moves', {
  as: 'redirect-refused',
  ways: ['301', '302', '303', '307', '308'],
})
