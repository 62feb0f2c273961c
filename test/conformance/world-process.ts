import { logInHonestly } from '../../sandbox/torture/attempt.ts'
import { startOwnWorld } from '../../sandbox/torture/own-world.ts'
import { meetPracticeWorld } from '../../sandbox/torture/practice-world.ts'

/** One practice world in a process of its own; lives as long as whoever started it, and tells it where the start page is. */
const world = await startOwnWorld(process.cwd())
process.once('disconnect', () => void world.close().finally(() => process.exit(0)))
// Some lies repeat what was said in an earlier login.
await logInHonestly(await meetPracticeWorld(world.home))
process.send?.({ home: world.home })
