import { type Answer, send } from './http.ts'

/** A browser whose cookies can be looked at, as far as redirects and cookies go. */
export interface Browser {
  /** Goes to an address as a page visit. */
  readonly visit: (url: string) => Promise<Answer>
  /** Asks in the background, as a page's script would. */
  readonly ask: (url: string) => Promise<Answer>
  readonly cookies: Map<string, string>
}

const visiting = {
  accept: 'text/html',
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
  'sec-fetch-site': 'same-site',
} as const

const asking = {
  accept: 'application/json',
  'sec-fetch-mode': 'cors',
  'sec-fetch-dest': 'empty',
  'sec-fetch-site': 'same-site',
} as const

/** @param cookies those of another browser, for one that stole them */
export const openBrowser = (cookies: ReadonlyMap<string, string> = new Map()): Browser => {
  const jar = new Map(cookies)
  const go = async (url: string, headers: Readonly<Record<string, string>>): Promise<Answer> => {
    const { origin, pathname, search } = new URL(url)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const all = { host: new URL(url).host, ...headers, ...(cookie === '' ? {} : { cookie }) }
    const answer = await send(origin, { path: `${pathname}${search}`, headers: all })
    for (const line of answer.headers['set-cookie'] ?? []) keep(jar, line)
    return answer
  }
  return { visit: (url) => go(url, visiting), ask: (url) => go(url, asking), cookies: jar }
}

const keep = (jar: Map<string, string>, line: string): void => {
  const [pair = ''] = line.split(';')
  const [name = '', ...value] = pair.split('=')
  if (/;\s*max-age=0\b/i.test(line)) jar.delete(name)
  else jar.set(name, value.join('='))
}
