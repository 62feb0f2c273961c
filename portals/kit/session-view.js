// @ts-check
import { el } from './dom.js'
import { reference } from './outcome-page.js'
import { show } from './page.js'
import { readSession, record, text } from './session.js'

/** @typedef {import('./page.js').Page} Page */

/**
 * Asks who is here and shows the answer: one view for each thing that can come of it, and never a blank page.
 *
 * @param {Page} page
 * @param {{ here(session: import('./session.js').Session): Node[], nobody(): Node[] }} views
 * @returns {Promise<void>}
 */
export async function showSession(page, views) {
  const { t } = page
  const again = () => showSession(page, views)
  show(page, el('p', { class: 'loading', role: 'status' }, t.loading))
  const answer = await page.client.session()
  switch (answer.kind) {
    case 'here':
      return show(page, ...views.here(readSession(answer.body)))
    case 'nobody':
      return show(page, ...views.nobody())
    case 'refused': {
      const problem = record(answer.problem)
      return show(
        page,
        calm(t.refused, again, reference({ code: text(problem['code']), trace: text(problem['traceId']) }, page)),
      )
    }
    default:
      return show(page, calm(t.unreachable, again))
  }
}

/**
 * @param {{ title: string, what: string, retry: string }} words
 * @param {() => Promise<void>} again
 * @param {...Node} more
 */
function calm({ title, what, retry }, again, ...more) {
  const button = el('button', { class: 'button', type: 'button', testid: 'try-again' }, retry)
  button.addEventListener('click', () => void again())
  return el(
    'section',
    { class: 'outcome', role: 'alert', testid: 'calm' },
    el('h1', { tabindex: '-1' }, title),
    el('p', {}, what),
    el('p', {}, button),
    ...more,
  )
}
