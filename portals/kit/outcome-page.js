// @ts-check
import { el, foreign } from './dom.js'

/** @typedef {{ kind: 'denied' | 'timed-out' | 'not-possible' | 'technical', code: string | undefined, trace: string | undefined, act: string | undefined }} Outcome */

/**
 * What the portal was returned with, when a login did not end well. Anybody can write such an address, so it only chooses among
 * our own sentences; code and trace are shown as text, cut short, and only a code that looks like one becomes part of a link.
 *
 * @param {URLSearchParams} query
 * @returns {Outcome | undefined}
 */
export function readOutcome(query) {
  const named = query.get('outcome')
  if (named === null) return undefined
  const kind = named === 'denied' || named === 'timed-out' || named === 'not-possible' ? named : 'technical'
  const short = (/** @type {string} */ name) => query.get(name)?.slice(0, 128) || undefined
  return { kind, code: short('code'), trace: short('trace'), act: short('act') }
}

/**
 * @param {Outcome} outcome
 * @param {string} act the act to try again
 * @param {import('./page.js').Page} page
 * @returns {HTMLElement}
 */
export function outcomePage({ kind, code, trace }, act, page) {
  const { t } = page
  const words = t.outcomes[kind]
  const part = (/** @type {'what' | 'kept' | 'now'} */ name) => [
    el('h2', {}, t.outcomeLabels[name]),
    el('p', {}, words[name]),
  ]
  return el(
    'section',
    { class: 'outcome', testid: 'outcome-page', 'data-outcome': kind, 'aria-labelledby': 'outcome-title' },
    el('h1', { id: 'outcome-title', tabindex: '-1' }, words.title),
    ...part('what'),
    ...part('kept'),
    ...part('now'),
    el(
      'p',
      { class: 'actions' },
      el(
        'a',
        { class: kind === 'not-possible' ? 'button quiet' : 'button', testid: 'try-again', href: page.login(act) },
        words.again,
      ),
      el('a', { class: 'plain', href: '/' }, t.reference.back),
    ),
    reference({ code, trace }, page),
  )
}

/** @param {{ code: string | undefined, trace: string | undefined }} numbers @param {import('./page.js').Page} page */
export function reference({ code, trace }, { t, settings }) {
  const rows = [
    el('div', {}, el('dt', {}, t.reference.code), el('dd', { testid: 'outcome-code' }, foreign(code ?? t.notStated))),
    el(
      'div',
      {},
      el('dt', {}, t.reference.trace),
      el('dd', { testid: 'outcome-trace' }, foreign(trace ?? t.notStated)),
    ),
  ]
  const aside = el('aside', { class: 'reference', 'aria-label': t.reference.title }, el('dl', {}, ...rows))
  if (code !== undefined && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(code)) {
    aside.append(
      el('p', {}, el('a', { testid: 'outcome-problem', href: `${settings.home}/problems/${code}` }, t.reference.read)),
    )
  }
  return aside
}
