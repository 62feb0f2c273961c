import { startPortal } from '../../portals/kit/start.ts'
import type { Ports } from './ports.ts'

export interface RunningPortals {
  /** Service id → address. */
  readonly urls: Readonly<Record<string, string>>
  readonly close: () => Promise<void>
}

/** The portals that are part of this world, and the port of each. */
const portalPorts = (ports: Ports) =>
  [
    ['omera-bank', ports.omeraBank],
    ['visa', ports.visa],
  ] as const

/** Starts the demo portals. They are strangers: they learn the addresses, and nothing else. */
export const startPortals = async (ports: Ports, verifyOnce: string, home: string): Promise<RunningPortals> => {
  const portals = await Promise.all(
    portalPorts(ports).map(
      async ([name, port]) =>
        [name, await startPortal({ name, port, settings: { service: name, verifyOnce, home } })] as const,
    ),
  )
  return {
    urls: Object.fromEntries(portals.map(([name, { url }]) => [name, url])),
    close: async () => {
      await Promise.all(portals.map(([, portal]) => portal.close()))
    },
  }
}
