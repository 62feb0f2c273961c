import { throughout } from '../../faults/fault.ts'
import { withEncryption } from '../../tampering/at-release.ts'
import { defineAttack } from '../attack.ts'
import type { Scene } from '../scene.ts'

const errors = ['DisabledException', 'KMSInvalidStateException', 'NotFoundException'] as const

const withoutTheKey = (error: string) => async (scene: Scene) => {
  await scene.logIn('visa/apply')
  await scene.fail([{ service: 'kms', key: 'omera-bank/client-assertion', error, times: throughout }])
  await scene.mark()
  const answer = await scene.browser().visit(`${scene.api}/omera-bank/login?act=open-account`)
  await scene.logIn('visa/apply')
  return answer
}

/** Each service has a key of its own. */
export default defineAttack({
  name: 'one-key-away',
  rows: ['I02'],
  says: 'logs in at a service whose key is away, and at another, whose key is not',
  answeredAs: 'key-unavailable',
  leaves: {
    audit: { 'login-refused key-unavailable': 1, 'login-completed permit': 1 },
    logins: { DONE: 1 },
    sessions: 1,
  },
  asks: { discovery: 2, jwks: 1, par: 1, token: 2, userinfo: 2 },
  ways: Object.fromEntries(errors.map((error) => [error, withoutTheKey(error)])),
  notAt: [withEncryption],
})
