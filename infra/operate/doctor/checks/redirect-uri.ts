import { type Finding, listed, wrong } from '../../finding.ts'
import { textsIn } from '../../json.ts'
import { judgeRedirectUri } from '../../registration/redirect-uri.ts'
import type { Check } from '../check.ts'

/** Where codes are sent: ours, and every one that is registered. */
export const redirectUri: Check = {
  name: 'redirect-uri',
  fine: 'exact, over https (or on this machine), and registered as far as that was given',
  needs: '--redirect-uri or --registration',
  look: ({ redirectUri: ours, registration, release }) => {
    const registered = registration === undefined ? undefined : (textsIn(registration, 'redirectUris') ?? [])
    if (ours === undefined && registered === undefined) return undefined
    const all = [...new Set([...(ours === undefined ? [] : [ours]), ...(registered ?? [])])]
    return [...all.flatMap((uri) => judgeRedirectUri(uri, release.rules)), ...unregistered(ours, registered)]
  },
}

const unregistered = (ours: string | undefined, registered: readonly string[] | undefined): Finding[] =>
  ours === undefined || registered === undefined || registered.includes(ours)
    ? []
    : [
        wrong('redirect-uri-not-registered', {
          expected: ours,
          found: listed(registered),
          remedy: 'register it exactly as the stack output <Service>RedirectUri says (PUT)',
        }),
      ]
