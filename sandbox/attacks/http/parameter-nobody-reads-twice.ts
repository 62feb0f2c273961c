import { defineAttack } from '../attack.ts'
import { doorPaths, gist, inOrder, withoutBody } from '../our-doors.ts'

/** What nobody reads nobody can read in two ways: these doors take no parameter, and answer as if there were none. */
export default defineAttack({
  name: 'parameter-nobody-reads-twice',
  rows: ['G05'],
  says: 'says a parameter twice to a door that reads none',
  answeredAs: 'accepted',
  asks: { discovery: 2 },
  done: async (scene) => {
    const person = await scene.logIn()
    await scene.mark()
    const headers = { cookie: [...person.cookies].map((pair) => pair.join('=')).join('; ') }
    return inOrder([doorPaths.session, doorPaths.jwks, doorPaths.health], async (path) => {
      const once = await scene.send({ path, headers })
      const twice = await scene.send({ path: `${path}?service=visa&service=omera-bank&act=a&act=b&x=1&x=2`, headers })
      if (gist(once) !== gist(twice)) scene.wrong(`${path} answers otherwise`)
      return withoutBody(twice)
    })
  },
})
