import { withEncryption } from '../../tampering/at-release.ts'
import { defineAttack } from '../attack.ts'
import type { Answer } from '../http.ts'
import type { Scene } from '../scene.ts'

const broken: readonly (readonly [lie: string, way: string])[] = [
  ['seal-broken', 'tag'],
  ['seal-broken', 'content'],
  ['seal-broken', 'content key'],
  ['seal-broken', 'content key too long'],
  ['sealed-for-somebody-else', 'told'],
]

const loginWith = async (scene: Scene, lie: string, way: string): Promise<Answer> => {
  const { browser, redirectTo } = await scene.comeBack('visa/apply')
  await scene.tell(lie, way)
  const answer = await browser.visit(redirectTo)
  await scene.tell(null)
  return answer
}

/** Status, names of headers, and how long everything is; `trace` and `date` have one length. */
const shapeOf = ({ status, headers, body }: Answer): string =>
  JSON.stringify([
    status,
    Object.entries(headers).map(([name, values]) => [name, values.map((value) => value.length)]),
    body.length,
  ])

/**
 * Whether the key was not ours, the padding wrong, or the content changed: nobody outside can tell (RFC 7516 §11.5), and KMS is
 * asked every time. What the sender wrote into the header in the clear is refused by its own name, without KMS: that tells him
 * nothing he did not write.
 */
export default defineAttack({
  name: 'envelopes-broken',
  rows: ['E29'],
  says: 'hands in sealed claims, broken in every way, and compares what is answered',
  answeredAs: 'userinfo-undecipherable',
  leaves: {
    audit: {
      'login-refused userinfo-undecipherable': broken.length,
      'login-refused userinfo-encryption-mismatch': 1,
    },
    logins: { 'FAILED userinfo-undecipherable': broken.length, 'FAILED userinfo-encryption-mismatch': 1 },
  },
  // Whoever breaks them reads the key set first, each time.
  asks: { par: 6, token: 12, userinfo: 12, jwks: 7, discovery: 2 },
  done: async (scene) => {
    const answers: Answer[] = []
    for (const [lie, way] of broken) answers.push(await loginWith(scene, lie, way))
    const asked = (await scene.counted()).kms['Decrypt'] ?? 0
    if (asked < broken.length) scene.wrong(`KMS was asked ${asked} times about ${broken.length} envelopes`)
    await loginWith(scene, 'key-wrapped-in-another-way', 'RSA1_5')
    const more = ((await scene.counted()).kms['Decrypt'] ?? 0) - asked
    if (more > 0) scene.wrong('KMS was asked about an envelope whose header says that it is none of ours')
    if (new Set(answers.map(shapeOf)).size > 1) scene.wrong('answers differ in shape')
    return answers
  },
  notAt: [withEncryption],
})
