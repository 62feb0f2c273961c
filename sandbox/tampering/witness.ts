import type { InterceptedCall, InterceptedDoor, OutgoingAnswer } from '../esignet/start.ts'
import { decode, textOf } from './tools.ts'

/** Remembers what must never be found in a log, an address or an error. */
export interface Witness {
  readonly look: (door: InterceptedDoor, answer: OutgoingAnswer, call: InterceptedCall) => void
  readonly words: () => readonly string[]
}

/** Shorter words turn up anywhere; longer ones are searched by their beginning, in case something cuts them. */
const shortest = 6
const longest = 40

export const witness = (): Witness => {
  const words = new Set<string>()
  const add = (word: string): void => {
    if (word.length >= shortest) words.add(word.slice(0, longest))
  }
  const addToken = (credentials: string): void => {
    const token = credentials.replace(/^(?:Bearer|DPoP) /, '')
    if (!/^[\w-]*(?:\.[\w-]*){1,4}$/.test(token)) return
    // The header says nothing secret; all that follows does, or is opaque.
    for (const part of token.split('.').slice(1)) add(part)
  }
  return {
    look: (door, answer, { form, headers }) => {
      for (const name of ['code', 'code_verifier', 'nonce', 'state']) add(form[name] ?? '')
      addToken(form['client_assertion'] ?? '')
      addToken(headers['authorization'] ?? '')
      if (door === 'success-redirect') for (const word of ofRedirect(textOf(answer))) add(word)
      if (door === 'token') for (const token of ofTokenAnswer(textOf(answer))) addToken(token)
      if (door === 'userinfo') {
        addToken(textOf(answer).slice(0, 20_000))
        for (const word of ofClaims(textOf(answer))) add(word)
      }
    },
    words: () => [...words],
  }
}

const ofRedirect = (address: string): readonly string[] => {
  const query = new URL(address).searchParams
  return ['code', 'state', 'error_description', 'id_token', 'response'].flatMap((name) => query.getAll(name))
}

const ofTokenAnswer = (body: string): readonly string[] => {
  const found = body.slice(0, 50_000).matchAll(/"(?:access_token|id_token|refresh_token)"\s*:\s*"([^"]+)"/g)
  return [...found].map(([, token = '']) => (token.includes('.') ? token : `.${token}`))
}

/** Every text about the person; what is about the answer itself is no secret. */
const ofClaims = (jws: string): readonly string[] => {
  try {
    const { name, email, phone_number, birthdate, picture } = JSON.parse(decode(jws.split('.')[1] ?? ''))
    return [name, email, phone_number, birthdate, picture].filter((value) => typeof value === 'string')
  } catch {
    return []
  }
}
