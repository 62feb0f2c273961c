import { Sentence } from '../../build/sentence.mjs'
import { readJson } from '../documents.ts'
import { isObject, type JsonObject, objectIn, textIn } from '../json.ts'

/**
 * A client as it was registered: the request of client management, in its envelope or without it. eSignet 1.x has no call that
 * gives it back, so this is the file that was sent. @throws Sentence
 */
export const readRegistration = async (place: string, now: () => number): Promise<JsonObject> => {
  const document = await readJson(place, now)
  const request = isObject(document) ? (objectIn(document, 'request') ?? document) : {}
  if (textIn(request, 'clientId') !== undefined) return request
  throw new Sentence(
    `${place} is no client registration: it has no clientId (the body that was sent to eSignet is wanted).`,
  )
}
