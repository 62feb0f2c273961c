/** A browser as far as redirects and cookies go. */
export interface Browser {
  /** Goes to an address as a page visit; answers with the response, redirects not followed. */
  readonly visit: (url: string) => Promise<Response>
  /** Asks in the background, as a page's script would. */
  readonly ask: (url: string) => Promise<Response>
}

/** Cookies are kept per host name, as browsers do: ports do not separate them (RFC 6265 §8.5). */
export const openBrowser = (): Browser => {
  const cookies = new Map<string, string>()
  const keep = (response: Response): void => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', ...value] = pair.split('=')
      if (/;\s*max-age=0\b/i.test(line)) cookies.delete(name)
      else cookies.set(name, value.join('='))
    }
  }
  const send = async (url: string, headers: Readonly<Record<string, string>>): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { ...headers, ...(cookie === '' ? {} : { cookie }) },
    })
    keep(response)
    return response
  }
  return {
    // Fetch Metadata: a login starts with a page visit.
    visit: (url) =>
      send(url, {
        accept: 'text/html',
        'sec-fetch-mode': 'navigate',
        'sec-fetch-dest': 'document',
        'sec-fetch-site': 'same-site',
      }),
    ask: (url) =>
      send(url, {
        accept: 'application/json',
        'sec-fetch-mode': 'cors',
        'sec-fetch-dest': 'empty',
        'sec-fetch-site': 'same-site',
      }),
  }
}
