import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** The parts of the world that a browser visits, in the order of their ports. */
export const seats = ['the start page', 'the API', 'eSignet', 'Omera Bank', 'the visa portal'] as const

export interface Ports {
  readonly home: number
  readonly api: number
  readonly esignet: number
  readonly omeraBank: number
  readonly visa: number
}

export const portsFrom = (base: number): Ports => ({
  home: base,
  api: base + 1,
  esignet: base + 2,
  omeraBank: base + 3,
  visa: base + 4,
})

/** A port is taken; the message says which, whose it would be, and what to do. */
export class PortTaken extends Error {
  constructor(port: number, part: string, base: number) {
    const other = base >= 60_000 ? base - 100 : base + 100
    super(
      `Port ${port}, wanted for ${part}, is already in use by another program. ` +
        `Choose five free ports in a row with --port, for example: npm start -- --port ${other}`,
    )
    this.name = 'PortTaken'
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })

/** Throws {@link PortTaken} for the first of the five ports that is in use. */
export const requireFreePorts = async (base: number): Promise<void> => {
  for (const [offset, part] of seats.entries()) {
    if (!(await isFree(base + offset))) throw new PortTaken(base + offset, part, base)
  }
}

/** Five free ports in a row, somewhere out of the way, for a world that nobody has to find. */
export const freeBasePort = async (): Promise<number> => {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    // Below the range from which systems hand out ports of their own accord (Linux: from 32768).
    const base = 20_000 + randomInt(2_400) * 5
    const free = await Promise.all(seats.map((_, offset) => isFree(base + offset)))
    if (free.every(Boolean)) return base
  }
  throw new Error('No five free ports in a row were found on this machine.')
}
