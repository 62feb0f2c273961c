// @ts-check
import { openPage } from '../kit/page.js'
import { bank } from './bank.js'

await openPage(bank)
