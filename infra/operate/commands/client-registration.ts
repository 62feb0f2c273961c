import { BadArguments, type Command, type Terminal } from '../command.ts'
import { exitStatus, type Finding, listed, tellFinding, wrong } from '../finding.ts'
import { judgeClientKey } from '../keys/judge-client-key.ts'
import { isForEncryption, rsaBits } from '../keys/jwk.ts'
import { chooseKey, readPublicKeys } from '../keys/read-keys.ts'
import { signingKeyForm } from '../keys/registered-form.ts'
import { authenticationContexts } from '../lint/authentication-contexts.ts'
import { claims } from '../lint/claims.ts'
import { clientOptions } from '../lint/client-options.ts'
import { lintWith } from '../lint/index.ts'
import { type Options, readOptions, urlOption } from '../options.ts'
import { createCall, patchCall, type RegistrationCall } from '../registration/body.ts'
import { curlCommand } from '../registration/curl.ts'
import { judgeRedirectUri } from '../registration/redirect-uri.ts'
import { findRelease, type Release, releaseNames } from '../release.ts'
import { readServiceFile, type ServiceFile } from '../service-files.ts'

export const clientRegistration: Command = {
  name: 'client-registration',
  summary: 'what to register at eSignet for a service, for one release; sends nothing',
  help: `verify-once client-registration --release <release> --service <file> --redirect-uri <uri> --jwks <url or file>
                                [--kid <kid>] [--logo <url>] [--curl]
verify-once client-registration --release <release> --service <file> --jwks <url or file> --patch [--kid <kid>] [--curl]

Prints method, path and the exact JSON body of the call that registers the service as a client. Nothing is sent.

  --release <release>      ${releaseNames.join(', ')}
  --service <file>         services/omera-bank.json
  --redirect-uri <uri>     the stack output <Service>RedirectUri
  --jwks <url or file>     our published keys, or what keys export printed
  --kid <kid>              which of them, when there are several: the last part of the stack output <Service>ClientKeyArn
  --logo <url>             logo of the login page; otherwise /logo.svg beside the redirect URI
  --patch                  instead, the call that sets the key for encrypted UserInfo (a key with use "enc"; 1.8 and 2.0)
  --curl                   a curl command; it reads $ESIGNET (https://host) and $TOKEN from the environment of the shell

The requestTime is now, and eSignet accepts it for two minutes; the curl command takes the time when it runs.
The body goes to the standard output, so it can be kept in a file for the doctor (--registration); method, path and remarks
go to the standard error. The status is 1 when eSignet would refuse the call, or
no login could work after it.`,
  async run(args, terminal) {
    const options = readOptions(args, {
      release: 'text',
      service: 'text',
      'redirect-uri': 'text',
      jwks: 'text',
      kid: 'text',
      logo: 'text',
      patch: 'flag',
      curl: 'flag',
    })
    const release = findRelease(options.required('release', `one of ${releaseNames.join(', ')}`))
    const file = await readServiceFile(options.required('service', 'a file in services/'))
    const { call, findings } = options.flag('patch')
      ? await patching(options, release, file, terminal)
      : await creating(options, release, file, terminal)
    for (const finding of findings) terminal.err(tellFinding(finding))
    if (!options.flag('curl')) terminal.err(`${call.method} ${call.path}`)
    terminal.out(options.flag('curl') ? curlCommand(call) : written(call, terminal.now()))
    return exitStatus(findings)
  },
}

interface Prepared {
  readonly call: RegistrationCall
  readonly findings: readonly Finding[]
}

const creating = async (
  options: Options,
  release: Release,
  file: ServiceFile,
  terminal: Terminal,
): Promise<Prepared> => {
  const { service } = file
  const redirectUri = options.required('redirect-uri', 'the stack output <Service>RedirectUri')
  const place = options.required('jwks', 'our published key set, or a file with it')
  const logo = options.optional('logo')
  const logoUri = logo === undefined ? logoBeside(redirectUri) : urlOption('logo', logo).href
  if (logo === undefined) terminal.err(`No --logo given: ${logoUri} is written.`)
  const signing = (await readPublicKeys(place, terminal.now)).filter((key) => !isForEncryption(key))
  const key = chooseKey(signing, options.optional('kid'), place)
  if (service.client.encryptedUserInfo === true && release.rules.patch !== undefined) terminal.err(secondCall)
  const findings = [
    ...judgeRedirectUri(redirectUri, release.rules),
    ...judgeClientKey(signingKeyForm(key, release.profile.clientAssertion.algorithm), release),
    ...identifiers(service.client, release),
    ...clientOptions(file, release),
    ...lintWith([authenticationContexts, claims], file, release),
  ]
  return { call: createCall(release, { service, redirectUri, logoUri, key }), findings }
}

const secondCall =
  'The service wants UserInfo encrypted: its key is set by a second call, client-registration --patch. Until then logins are refused.'

const logoBeside = (redirectUri: string): string => {
  if (URL.canParse('/logo.svg', redirectUri)) return new URL('/logo.svg', redirectUri).href
  throw new BadArguments('--redirect-uri must be an absolute URL.')
}

const identifiers = (
  client: { readonly id: string; readonly relyingPartyId: string },
  { name, rules }: Release,
): Finding[] =>
  [client.id, client.relyingPartyId]
    .filter((id) => id.length > rules.longestIdentifier || /\s/.test(id))
    .map((id) =>
      wrong('client-identifier', {
        expected: `client id and relying-party id of at most ${rules.longestIdentifier} characters, no spaces`,
        found: id,
        remedy: `choose a shorter one before the first registration; eSignet ${name} refuses this one`,
      }),
    )

const patching = async (
  options: Options,
  release: Release,
  { service }: ServiceFile,
  terminal: Terminal,
): Promise<Prepared> => {
  if (release.rules.patch === undefined) {
    const able = releaseNames.filter((name) => findRelease(name).rules.patch !== undefined)
    throw new BadArguments(`eSignet ${release.name} has no PATCH and no encryption key; ${listed(able)} have.`)
  }
  const place = options.required('jwks', 'a key set with the public encryption key (use "enc")')
  const keys = (await readPublicKeys(place, terminal.now)).filter(isForEncryption)
  const key = chooseKey(keys, options.optional('kid'), place)
  const bits = rsaBits(key)
  const findings =
    bits === 2048
      ? []
      : [
          wrong('encryption-key-unfit', {
            expected: 'RSA with exactly 2048 bits',
            found: bits === undefined ? 'no RSA key' : `${bits} bits`,
            remedy: 'make the key anew; eSignet stores another one and then fails at every UserInfo',
          }),
        ]
  return { call: patchCall(release, service, key), findings }
}

const written = ({ request }: RegistrationCall, now: number): string =>
  JSON.stringify({ requestTime: new Date(now).toISOString(), request }, null, 2)
