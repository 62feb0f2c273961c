import { defineAttack, type Strike } from '../attack.ts'
import { allPaths, inOrder, noneInvoked } from '../our-doors.ts'

const named =
  (host: string): Strike =>
  async (scene) => {
    const answers = await inOrder(allPaths, (path) => scene.send({ path, headers: { host } }))
    await noneInvoked(scene)
    return answers
  }

/** API Gateway answers under the names of the API alone. */
export default defineAttack({
  name: 'host-of-another',
  rows: ['G09'],
  says: "comes under a stranger's Host",
  answeredAs: 'http-403',
  ways: {
    'a stranger': named('evil.example'),
    'a name that begins like ours': named('localhost.evil.example'),
    'ours as a user': named('localhost@evil.example'),
    'the provider': named('esignet.example:443'),
  },
})
