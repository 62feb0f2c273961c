import type { Attack } from './attack.ts'
import browserOfAnother from './coming-back/browser-of-another.ts'

/** Everything that is done at our own doors. */
export const attacks: readonly Attack[] = [browserOfAnother]
