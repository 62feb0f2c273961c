import type { TestProject } from 'vitest/node'
import { logInHonestly } from '../../sandbox/torture/attempt.ts'
import { meetPracticeWorld } from '../../sandbox/torture/practice-world.ts'
import { canRunAws } from '../support/aws-world.ts'
import { openPracticeWorld } from '../support/practice-world.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The start page of the practice world that all conformance tests share; empty where none can run. */
    readonly home: string
  }
}

/** Starts one practice world for all conformance tests: a lie is told to the whole world, so they take turns anyway. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!canRunAws()) {
    project.provide('home', '')
    return async () => undefined
  }
  const { world, close } = await openPracticeWorld()
  project.provide('home', world.urls.home)
  // One honest login: some lies repeat what was said in an earlier one.
  await logInHonestly(await meetPracticeWorld(world.urls.home))
  return close
}
