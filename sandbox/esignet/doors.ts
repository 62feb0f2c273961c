import type { Dialect } from './dialects/dialect.ts'
import { goDoors } from './doors-of-go.ts'
import { javaDoors } from './doors-of-java.ts'
import type { Door } from './http/door.ts'
import { assetDoor } from './pages/doors.ts'
import { practiceDoors } from './practice/doors.ts'

/** Every door of a deployment that speaks this dialect. */
export function doorsOf(dialect: Dialect): readonly Door[] {
  const own = dialect.line === 'java' ? javaDoors(dialect) : goDoors
  return [...own, assetDoor, ...practiceDoors]
}
