import { doubtful, type Finding, wrong } from '../finding.ts'
import type { RegistrationRules } from './rules.ts'

/** Last labels that are in no public suffix list; eSignet 1.x refuses redirect URIs there. */
const privateSuffixes = ['internal', 'local', 'test', 'invalid', 'lan', 'home', 'corp', 'localdomain', 'intranet']

/** What is the matter with an address to which codes are sent. */
export const judgeRedirectUri = (uri: string, rules: RegistrationRules): readonly Finding[] => {
  if (!URL.canParse(uri)) {
    return [
      wrong('redirect-uri-unreadable', {
        expected: 'an absolute URL',
        found: uri,
        remedy: 'take the stack output <Service>RedirectUri',
      }),
    ]
  }
  const url = new URL(uri)
  return [...patterns(uri), ...query(url), ...transport(url), ...host(url, rules)]
}

/** Registered values are Ant patterns in 1.x and may hold path wildcards in 2.0: a code could be sent to a page of somebody else. */
const patterns = (uri: string): Finding[] =>
  /[*{}]/.test(uri)
    ? [
        wrong('redirect-uri-wildcard', {
          expected: 'one exact address',
          found: uri,
          remedy:
            'register the exact address: eSignet reads *, ? and {} as wildcards, and would send codes to other pages too',
        }),
      ]
    : []

const query = (url: URL): Finding[] => [
  ...(url.search === '' && !url.href.includes('?')
    ? []
    : [
        wrong('redirect-uri-query', {
          expected: 'no query',
          found: url.href,
          remedy:
            'leave the query out: its "?" is a wildcard when registered, and eSignet appends a second one to errors',
        }),
      ]),
  ...(url.hash === ''
    ? []
    : [
        wrong('redirect-uri-fragment', {
          expected: 'no fragment (RFC 6749 §3.1.2)',
          found: url.href,
          remedy: 'leave the part from # on out',
        }),
      ]),
]

const transport = (url: URL): Finding[] => {
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) return []
  return [
    wrong('redirect-uri-not-https', {
      expected: 'https, or http on this machine (RFC 8252 §8.3)',
      found: url.href,
      remedy: 'use https: whoever reads the network reads the code',
    }),
  ]
}

export const isLoopback = (hostname: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(hostname)

const host = ({ hostname }: URL, { refusesPrivateHosts }: RegistrationRules): Finding[] => {
  const last = hostname.split('.').at(-1) ?? ''
  if (!privateSuffixes.includes(last)) return []
  const details = {
    expected: 'a host under a public suffix, localhost, or an address',
    found: hostname,
    remedy: 'use a public name, or localhost for practice',
  }
  return refusesPrivateHosts
    ? [wrong('redirect-uri-private-host', details)]
    : [doubtful('redirect-uri-private-host', { ...details, expected: 'a host that browsers of people can reach' })]
}
