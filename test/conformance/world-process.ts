import { startOwnWorld } from '../../sandbox/torture/own-world.ts'

/** One practice world in a process of its own; lives as long as whoever started it, and tells it where the start page is. */
const world = await startOwnWorld(process.cwd())
process.once('disconnect', () => void world.close().finally(() => process.exit(0)))
process.send?.({ home: world.home })
