import { withVerifiedClaims } from '../at-release.ts'
import { defineLie } from '../lie.ts'
import { userInfoText } from '../tellings.ts'

export default defineLie({
  name: 'user-info-with-twins',
  rows: ['E24'],
  says: 'UserInfo says one thing twice, and readers disagree which counts',
  door: 'userinfo',
  variants: {
    subject: userInfoText((payload) => payload.replace('{', '{"sub":"the-victim",')),
    'inside verified claims': userInfoText((payload) =>
      payload.replace('"trust_framework":', '"trust_framework":"de_aml","trust_framework":'),
    ),
  },
  refusedAs: 'json-duplicate-member',
  notAt: [{ ...withVerifiedClaims, ways: ['inside verified claims'] }],
})
