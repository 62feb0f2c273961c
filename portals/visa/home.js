// @ts-check
import { openPage } from '../kit/page.js'
import { visa } from './visa.js'

await openPage(visa)
