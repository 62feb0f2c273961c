import { Sentence } from '../../build/sentence.mjs'
import { readJson } from '../documents.ts'
import { isPrivate, type Jwk, keysIn, nameOf } from './jwk.ts'

/** Public keys from a JWK set or a single JWK, at a URL or in a file. @throws Sentence when there are none */
export const readKeys = async (place: string, now: () => number): Promise<readonly Jwk[]> => {
  const keys = keysIn(await readJson(place, now))
  if (keys === undefined || keys.length === 0) throw new Sentence(`${place} holds no JSON Web Key and no set of them.`)
  return keys
}

/** The same, but a private key is never passed on. @throws Sentence */
export const readPublicKeys = async (place: string, now: () => number): Promise<readonly Jwk[]> => {
  const keys = await readKeys(place, now)
  const leaked = keys.find(isPrivate)
  if (leaked === undefined) return keys
  throw new Sentence(
    `${place} holds a private key (${nameOf(leaked)}). Whoever read it can sign: make a new key, and hand over public halves only.`,
  )
}

/** The one key meant: the named one, or the only one. @throws Sentence that lists the names */
export const chooseKey = (keys: readonly Jwk[], kid: string | undefined, place: string): Jwk => {
  const fitting = kid === undefined ? keys : keys.filter((key) => key['kid'] === kid)
  const [only, ...more] = fitting
  if (only !== undefined && more.length === 0) return only
  throw new Sentence(
    `${place} holds ${fitting.length} ${kid === undefined ? 'such keys' : `keys named ${kid}`}: say which with --kid, one of ${keys.map(nameOf).join(', ') || '(none)'}.`,
  )
}
