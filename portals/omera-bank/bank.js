// @ts-check
import { texts } from './texts.js'

/** What the kit has to know about this portal. @type {import('../kit/page.js').Portal} */
export const bank = { act: 'open-account', returnTo: '/account', texts }
