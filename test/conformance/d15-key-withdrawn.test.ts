import { lie } from './telling.ts'

lie('D15', 'key-withdrawn', { as: 'accepted', ways: ['told'] })
