import { runCommandLine } from '../../../infra/operate/command-line.ts'

export interface Said {
  readonly status: number
  readonly out: string
  readonly err: string
}

/** Types a command line; what it says is kept. `ahead` is how far this machine's clock is ahead, in milliseconds. */
export const type = async (argv: readonly string[], ahead = 0): Promise<Said> => {
  const out: string[] = []
  const err: string[] = []
  const status = await runCommandLine(argv, {
    out: (text) => out.push(text),
    err: (text) => err.push(text),
    now: () => Date.now() + ahead,
  })
  return { status, out: out.join('\n'), err: err.join('\n') }
}
