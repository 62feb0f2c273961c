/** Two clocks that may differ from the real one, and so from each other. */
export interface Clocks {
  /** What the functions share: one 64-bit float, milliseconds ahead. */
  readonly ofFunctions: SharedArrayBuffer
  readonly ofEsignet: () => Date
  /** Seconds ahead of the real time. */
  readonly set: (ahead: { readonly functions: number; readonly esignet: number }) => void
}

export const openClocks = (now: () => Date): Clocks => {
  const ofFunctions = new SharedArrayBuffer(8)
  const functionsAhead = new Float64Array(ofFunctions)
  let esignetAhead = 0
  return {
    ofFunctions,
    ofEsignet: () => new Date(now().getTime() + esignetAhead),
    set: ({ functions, esignet }) => {
      functionsAhead[0] = functions * 1000
      esignetAhead = esignet * 1000
    },
  }
}
