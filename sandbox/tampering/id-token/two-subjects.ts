import { defineLie } from '../lie.ts'
import { idTokenText } from '../tellings.ts'

export default defineLie({
  name: 'two-subjects',
  rows: ['C24'],
  says: 'the ID token names two subjects, and readers disagree which counts',
  door: 'token',
  variants: {
    'victim first': idTokenText((payload) => payload.replace('{', '{"sub":"the-victim",')),
    'victim last': idTokenText((payload) => payload.replace(/\}$/, ',"sub":"the-victim"}')),
    escaped: idTokenText((payload) => payload.replace('{', '{"\\u0073ub":"the-victim",')),
  },
  refusedAs: 'json-duplicate-member',
})
