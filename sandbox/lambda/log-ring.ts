/** One line that a function, the gateway or the world wrote. */
export interface LogLine {
  readonly at: string
  /** Function name, or `gateway`. */
  readonly source: string
  readonly requestId?: string
  readonly text: string
}

export interface LogRing {
  readonly add: (line: LogLine) => void
  /** The newest lines, oldest of them first. */
  readonly last: (count?: number) => readonly LogLine[]
}

/** Keeps the newest `capacity` lines and hands each one on to `also` (a file). */
export const logRing = (capacity: number, also: (line: LogLine) => void = () => {}): LogRing => {
  const lines: LogLine[] = []
  return {
    add: (line) => {
      lines.push(line)
      if (lines.length > capacity) lines.splice(0, lines.length - capacity)
      also(line)
    },
    last: (count = capacity) => lines.slice(-count),
  }
}
