/** Everything that was started, closed in reverse order, or all at once at the end. */
export interface Closing {
  readonly add: (close: () => Promise<unknown> | unknown) => void
  /** Closes all of it, side by side: a part that hangs must not keep the others open. */
  readonly close: () => Promise<void>
}

export const closing = (): Closing => {
  const parts: (() => Promise<unknown> | unknown)[] = []
  return {
    add: (close) => {
      parts.push(close)
    },
    close: async () => {
      await Promise.allSettled(parts.splice(0).map(async (close) => close()))
    },
  }
}
