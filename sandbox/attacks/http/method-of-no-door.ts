import { defineAttack, type Strike } from '../attack.ts'
import { allPaths, inOrder, noneInvoked } from '../our-doors.ts'

const asked =
  (method: string): Strike =>
  async (scene) => {
    const answers = await inOrder(allPaths, (path) => scene.send({ method, path }))
    await noneInvoked(scene)
    return answers
  }

/** All doors are opened with GET. An HTTP API has no 405: a method without a route is a path without one. */
export default defineAttack({
  name: 'method-of-no-door',
  rows: ['G04'],
  says: 'knocks at every door with a method it does not have',
  answeredAs: 'http-404',
  ways: {
    HEAD: asked('HEAD'),
    POST: asked('POST'),
    PUT: asked('PUT'),
    PATCH: asked('PATCH'),
    DELETE: asked('DELETE'),
    TRACE: asked('TRACE'),
    PROPFIND: asked('PROPFIND'),
  },
})
