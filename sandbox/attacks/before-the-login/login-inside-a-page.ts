import { defineAttack } from '../attack.ts'
import type { Scene } from '../scene.ts'

const as =
  (...destinations: readonly string[]) =>
  (scene: Scene) =>
    scene.send({
      path: '/omera-bank/login?act=open-account&return_to=%2F',
      headers: { 'sec-fetch-dest': destinations, 'sec-fetch-site': 'cross-site' },
    })

/** Fetch Metadata says where an answer will go; a login that the person does not see was not begun by the person. */
export default defineAttack({
  name: 'login-inside-a-page',
  rows: ['A31'],
  says: 'begins a login from within a page of their own',
  answeredAs: 'not-a-navigation',
  ways: {
    'as an image': as('image'),
    'in a frame': as('iframe'),
    'in an old frame': as('frame'),
    'as an object': as('object'),
    'as an embedded thing': as('embed'),
    'as a script': as('script'),
    'as a style': as('style'),
    'by a script': as('empty'),
    'as a film': as('video'),
    'as a page, in capitals': as('DOCUMENT'),
    'as a page and an image': as('document', 'image'),
  },
})
