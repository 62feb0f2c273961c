import { defineLie } from '../lie.ts'
import { userInfo, userInfoAs } from '../tellings.ts'
import { signAsStranger } from '../tools.ts'

export default defineLie({
  name: 'user-info-in-another-algorithm',
  rows: ['E06', 'E07'],
  says: 'UserInfo is signed with an algorithm that was not agreed, or with none',
  door: 'userinfo',
  variants: {
    none: userInfo({}, { alg: 'none' }),
    HS256: userInfoAs(({ header, claims }) =>
      signAsStranger(Buffer.from('a secret'), { ...header, alg: 'HS256' }, JSON.stringify(claims)),
    ),
    RS512: userInfo({}, { alg: 'RS512' }),
    ES256: userInfoAs(({ header, claims }, { strangers }) =>
      signAsStranger(strangers.ellipticCurve().privateKey, { ...header, alg: 'ES256' }, JSON.stringify(claims)),
    ),
  },
  refusedAs: 'algorithm-mismatch',
  // ES256 is agreed there, `userInfo.algorithms` of release-2.0.ts; but the key of that name is of another kind.
  at: [{ releases: ['2.0'], ways: ['ES256'], ends: { refusedAs: 'key-unknown' } }],
})
