import { defineAttack, type Strike } from '../attack.ts'
import { allPaths, inOrder, noneInvoked } from '../our-doors.ts'

const megabyte = 1024 * 1024

const sent =
  (bytes: number, contentType: string): Strike =>
  async (scene) => {
    const body = Buffer.alloc(bytes, 'x')
    const headers = { 'content-type': contentType }
    const answers = await inOrder(allPaths, (path) => scene.send({ path, headers, body }))
    await noneInvoked(scene)
    return answers
  }

/** Bodies that stop at API Gateway, or at Lambda, which takes 6 MB; smaller ones: body-where-none-belongs. */
export default defineAttack({
  name: 'body-too-large',
  rows: ['G03'],
  says: 'sends a body larger than any door could be handed',
  answeredAs: 'http-413',
  ways: {
    'eleven megabytes, more than API Gateway takes': sent(11 * megabyte, 'application/json'),
    'seven megabytes, more than Lambda takes': sent(7 * megabyte, 'application/json'),
    'five megabytes that base64 makes seven': sent(5 * megabyte, 'application/octet-stream'),
  },
})
