/** Signals that end a world: Ctrl-C, a polite kill, the terminal being closed. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Whatever hangs, the world is gone within two seconds. */
const longest = 1800

/**
 * Ends the process on the first signal, after `close`; a second signal does not wait.
 * `release` runs in any case, last, and must not be slow.
 */
export const endOnSignal = (close: () => Promise<void>, release: () => void): void => {
  let ending = false
  const end = (code: number): void => {
    release()
    process.exit(code)
  }
  const onSignal = (signal: NodeJS.Signals): void => {
    if (ending) {
      end(1)
      return
    }
    ending = true
    if (signal === 'SIGINT') console.log('\nEnding the practice world …')
    const late = setTimeout(end, longest, 1)
    close()
      .catch(() => undefined)
      .finally(() => {
        clearTimeout(late)
        end(0)
      })
  }
  for (const signal of signals) process.on(signal, onSignal)
  // A terminal that was closed takes the output with it; writing to it must not bring the ending down.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}
