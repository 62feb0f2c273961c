import { type Finding, wrong } from '../../finding.ts'
import { isLoopback } from '../../registration/redirect-uri.ts'
import type { Check } from '../check.ts'

/** The one document from which all endpoints are taken (OpenID Connect Discovery §4). */
export const discovery: Check = {
  name: 'discovery',
  fine: 'answered at once, bounded, as a JSON object',
  needs: '--discovery',
  look: ({ discovery: url, discoveryAnswer, metadata }) => {
    const insecure: Finding[] =
      url.protocol === 'https:' || isLoopback(url.hostname)
        ? []
        : [
            wrong('discovery-not-https', {
              expected: 'https, or http on this machine',
              found: url.href,
              remedy: 'use https: whoever changes this document changes where codes and tokens go',
            }),
          ]
    if (metadata !== undefined) return insecure
    return [
      ...insecure,
      wrong('discovery-unreadable', {
        expected: 'a JSON object with HTTP 200, within 2 seconds and 64 kB, without a redirect',
        found: discoveryAnswer.ok ? 'JSON that is no object' : discoveryAnswer.problem,
        remedy: `open ${url.href} from the network the functions run in; the address ends with /.well-known/openid-configuration`,
      }),
    ]
  },
}
