import { doubtful, type Finding, wrong } from '../../finding.ts'
import { type JsonObject, textIn } from '../../json.ts'
import { isLoopback } from '../../registration/redirect-uri.ts'
import type { Check } from '../check.ts'

const needed = ['authorization_endpoint', 'token_endpoint', 'userinfo_endpoint', 'jwks_uri'] as const
const wanted = [...needed, 'pushed_authorization_request_endpoint'] as const

/** Where codes, keys and tokens go. */
export const endpoints: Check = {
  name: 'endpoints',
  fine: 'all there, over https (or on this machine), on the host of the discovery document',
  needs: 'a readable discovery document',
  look: ({ metadata, discovery }) =>
    metadata === undefined
      ? undefined
      : [...absent(metadata), ...wanted.flatMap((name) => judge(name, metadata, discovery))],
}

const absent = (metadata: JsonObject): Finding[] =>
  needed
    .filter((name) => textIn(metadata, name) === undefined)
    .map((name) =>
      wrong('endpoint-missing', {
        expected: name,
        found: 'not there',
        remedy: 'correct --discovery, or ask the operator: no login is possible without it',
      }),
    )

const judge = (name: string, metadata: JsonObject, discovery: URL): Finding[] => {
  const value = textIn(metadata, name)
  if (value === undefined) return []
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url === undefined || !(url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))) {
    return [
      wrong('endpoint-not-https', {
        expected: `${name} with https, or http on this machine`,
        found: value,
        remedy: 'ask the operator to correct the metadata; the functions refuse this document',
      }),
    ]
  }
  if (url.host === discovery.host) return []
  return [
    doubtful('endpoint-elsewhere', {
      expected: `${name} on ${discovery.host}`,
      found: url.href,
      remedy: 'ask the operator whether that host is theirs; a default of the release is often left in place',
    }),
  ]
}
