import type { Release } from '../esignet/start.ts'

export interface StartArguments {
  readonly basePort: number
  readonly keep: boolean
  readonly asMock: boolean
  /** eSignet release line. */
  readonly release: Release
  readonly help: boolean
}

/** The command line cannot be understood; the message says why. */
export class ArgumentError extends Error {}

export const defaultPort = 4300

const releases: readonly Release[] = ['1.5', '1.6', '1.7', '1.8', '2.0']

/** Throws {@link ArgumentError}. */
export const releaseOf = (text: string | undefined): Release => {
  const release = releases.find((each) => each === text)
  if (release !== undefined) return release
  throw new ArgumentError(`--release must be one of ${releases.join(', ')}, and not "${text ?? ''}".`)
}

const portOf = (text: string | undefined, from: string): number => {
  const port = Number(text)
  // Five ports in a row are needed, and those below 1024 belong to the system.
  if (Number.isInteger(port) && port >= 1024 && port <= 65_500) return port
  throw new ArgumentError(`${from} must be a port number between 1024 and 65500, and not "${text ?? ''}".`)
}

/** Reads the command line of `npm start`. `VERIFY_ONCE_PORT` in the environment is the default of `--port`. */
export const startArguments = (given: readonly string[], environment: NodeJS.ProcessEnv): StartArguments => {
  const rest = [...given]
  const fromEnvironment = environment['VERIFY_ONCE_PORT']
  let basePort = fromEnvironment ? portOf(fromEnvironment, 'VERIFY_ONCE_PORT') : defaultPort
  let release: Release = '1.8'
  const flags = { keep: false, asMock: false, help: false }
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    const [name, value] = argument.split('=', 2)
    if (name === '--port') basePort = portOf(value ?? rest.shift(), '--port')
    else if (name === '--release') release = releaseOf(value ?? rest.shift())
    else if (argument === '--keep') flags.keep = true
    else if (argument === '--as-mock') flags.asMock = true
    else if (argument === '--help' || argument === '-h') flags.help = true
    else
      throw new ArgumentError(
        `"${argument}" is not an option. Known are --port N, --release R, --keep, --as-mock and --help.`,
      )
  }
  return { basePort, release, ...flags }
}

export const help = `Starts the practice world: everything that would be deployed, on this machine, without an account.

  npm start -- [options]

  --port N    first of five ports in a row; default ${defaultPort}, or VERIFY_ONCE_PORT
  --release R eSignet release to speak with: ${releases.join(', ')}; default 1.8
  --keep      keep tables and keys in .practice/data between two starts; otherwise every start is a fresh world
  --as-mock   release verified claims exactly as eSignet's stock mock does: framework and time only,
              so that no service with rules about assurance or evidence is content
  --help      this text

Ctrl-C ends it, and leaves nothing running.`
