import type { TestProject } from 'vitest/node'
import { logInHonestly } from '../../sandbox/torture/attempt.ts'
import { meetPracticeWorld } from '../../sandbox/torture/practice-world.ts'
import { canRunAws } from '../support/aws-world.ts'
import { openPracticeWorld, type PracticeWorld } from '../support/practice-world.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Start pages of the practice worlds, one for each worker; none where none can run. */
    readonly homes: readonly string[]
  }
}

/** A lie is told to a whole world, so every worker has one of its own, for all its files. */
export const workers = 2

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const open: PracticeWorld[] = []
  // One after the other: both would build the same bundles.
  if (canRunAws()) for (let worker = 0; worker < workers; worker += 1) open.push(await openPracticeWorld())
  // One honest login: some lies repeat what was said in an earlier one.
  for (const { world } of open) await logInHonestly(await meetPracticeWorld(world.urls.home))
  project.provide(
    'homes',
    open.map(({ world }) => world.urls.home),
  )
  return async () => {
    await Promise.all(open.map(({ close }) => close()))
  }
}
