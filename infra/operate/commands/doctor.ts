import type { Command } from '../command.ts'
import { type Diagnosis, diagnose } from '../doctor/diagnose.ts'
import { examine, type Places } from '../doctor/examine.ts'
import { exitStatus, tellFinding, tellSum } from '../finding.ts'
import { type Options, readOptions, urlOption } from '../options.ts'
import { findRelease, releaseNames } from '../release.ts'

export const doctor: Command = {
  name: 'doctor',
  summary: 'what will not work at an eSignet, before anyone logs in',
  help: `verify-once doctor --discovery <url> --release <release> --service <file>
                   [--issuer <issuer>] [--redirect-uri <uri>] [--jwks <url or file>] [--registration <file>] [--json]

Reads discovery and keys of an eSignet, a service file, and what else it is given; tells what is wrong, what is doubtful,
and what is fine. It logs nobody in and changes nothing.

  --discovery <url>        https://<host>/.well-known/openid-configuration
  --release <release>      ${releaseNames.join(', ')}
  --service <file>         services/omera-bank.json
  --issuer <issuer>        as in identityProviders of the stage; otherwise the discovery address without its suffix
  --redirect-uri <uri>     the stack output <Service>RedirectUri
  --jwks <url or file>     our published keys: <public URL>/.well-known/jwks.json
  --registration <file>    what was sent to eSignet: the body that client-registration prints
  --json                   findings as JSON

The status is 0 when nothing is wrong, 1 otherwise, 2 when the arguments cannot be used.`,
  async run(args, terminal) {
    const places = placesOf(
      readOptions(args, {
        discovery: 'text',
        release: 'text',
        service: 'text',
        issuer: 'text',
        'redirect-uri': 'text',
        jwks: 'text',
        registration: 'text',
        json: 'flag',
      }),
    )
    const diagnosis = diagnose(await examine(places, terminal.now))
    terminal.out(places.json ? JSON.stringify(diagnosis, null, 2) : told(diagnosis))
    return exitStatus(diagnosis.findings)
  },
}

const placesOf = (options: Options): Places & { readonly json: boolean } => ({
  discovery: urlOption('discovery', options.required('discovery', 'the URL of the openid-configuration')),
  release: findRelease(options.required('release', `one of ${releaseNames.join(', ')}`)),
  service: options.required('service', 'a file in services/'),
  issuer: options.optional('issuer'),
  redirectUri: options.optional('redirect-uri'),
  jwks: options.optional('jwks'),
  registration: options.optional('registration'),
  json: options.flag('json'),
})

const told = ({ findings, notLookedAt, deviations }: Diagnosis): string =>
  [
    ...findings.map(tellFinding),
    ...notLookedAt.map(({ check, needs }) => `- not looked ${check}: needs ${needs}`),
    '',
    'Known of this release, and taken care of:',
    ...deviations.map(({ clause, why }) => `  ${why} (${clause})`),
    '',
    tellSum(findings),
  ].join('\n')
