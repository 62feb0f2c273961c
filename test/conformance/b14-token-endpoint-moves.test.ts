import { lie } from './telling.ts'

lie('B14', 'token-endpoint-moves', {
  as: 'redirect-refused',
  ways: ['301', '302', '303', '307', '308'],
})
