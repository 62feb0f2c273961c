// @ts-check

/** @typedef {{ service: string, verifyOnce: string, home: string }} Settings */
/** @typedef {{ kind: 'here', body: unknown } | { kind: 'nobody' } | { kind: 'refused', problem: unknown } | { kind: 'unreachable' }} SessionAnswer */

/**
 * All a service's web page needs of the platform: a link to log in with, and who is here.
 *
 * @param {Settings} settings
 * @param {string} locale BCP 47, asked of eSignet as `ui_locales` (OpenID Connect Core §3.1.2.1)
 */
export function connect({ service, verifyOnce }, locale) {
  return {
    /** @param {string} act @param {string} returnTo path on the service's own list */
    loginUrl(act, returnTo) {
      const query = new URLSearchParams({ act, return_to: returnTo, ui_locales: locale })
      return `${verifyOnce}/${service}/login?${query.toString().replaceAll('%2F', '/')}`
    },
    /** 401 means nobody is here; any other answer that is not 200 is a refusal (RFC 9457). @returns {Promise<SessionAnswer>} */
    async session() {
      try {
        const signal = AbortSignal.timeout(10_000)
        const answer = await fetch(`${verifyOnce}/${service}/session`, {
          credentials: 'include',
          cache: 'no-store',
          signal,
        })
        if (answer.status === 401) return { kind: 'nobody' }
        const body = await answer.json().catch(() => ({ status: answer.status }))
        return answer.status === 200 ? { kind: 'here', body } : { kind: 'refused', problem: body }
      } catch {
        return { kind: 'unreachable' }
      }
    },
  }
}
