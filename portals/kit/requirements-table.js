// @ts-check
import { el, foreign } from './dom.js'
import { record, text } from './session.js'
import { label, plainWords, printable, requirementName } from './words.js'

/** @typedef {import('./session.js').Requirement} Requirement */
/** @typedef {import('./page.js').Page} Page */

/**
 * The requirements as a customer reads them, unmet ones first. Where all are met there is no column for what to do.
 *
 * @param {Requirement[]} requirements
 * @param {string} outcome what closes the gap when a requirement does not say so itself
 * @param {Page} page
 */
export function customerTable(requirements, outcome, { t, locale }) {
  const { columns } = t.gap
  const gap = requirements.some(({ pass }) => !pass)
  const rows = [...requirements].sort((a, b) => Number(a.pass) - Number(b.pass))
  const mark = (/** @type {boolean} */ pass) =>
    el('span', { class: pass ? 'mark good' : 'mark gap' }, pass ? t.gap.met : t.gap.unmet)
  return table(
    [columns.what, columns.expected, columns.actual, ...(gap ? [columns.remedy] : [])],
    rows.map(({ rule, expected, actual, pass, remedy }) => [
      el('span', {}, foreign(requirementName(rule, t, locale)), ' ', mark(pass)),
      foreign(plainWords(expected, t, locale)),
      foreign(actual === undefined ? t.gap.nothing : plainWords(actual, t, locale)),
      ...(gap ? [foreign(pass ? t.gap.nothingToDo : remedyInWords(remedy, outcome, t))] : []),
    ]),
    rows.map(({ pass }) => ({ testid: 'requirement-row', 'data-pass': String(pass) })),
  )
}

/**
 * The same requirements as the officer reads them: rule names and values exactly as they came.
 *
 * @param {Requirement[]} requirements
 * @param {Page} page
 */
export function officerTable(requirements, { t }) {
  const { columns } = t.officer
  const raw = (/** @type {unknown} */ value) =>
    el('code', {}, foreign(typeof value === 'string' ? value : (JSON.stringify(value) ?? '–')))
  return table(
    [columns.rule, columns.expected, columns.actual, columns.pass, columns.remedy],
    requirements.map(({ rule, expected, actual, pass, remedy }) => [
      raw(rule),
      raw(expected),
      raw(actual),
      raw(pass),
      raw(remedy),
    ]),
    requirements.map(() => ({ testid: 'officer-row' })),
  )
}

/** @param {unknown} remedy @param {string} outcome @param {import('./page.js').Texts} t */
function remedyInWords(remedy, outcome, t) {
  const { kind, outcome: named } = record(remedy)
  const code = text(remedy) ?? text(kind) ?? text(named) ?? outcome
  return label(t.remedies, code) || printable(remedy, t)
}

/**
 * Every cell repeats its column's heading for narrow screens, where the rows become blocks.
 *
 * @param {string[]} headings
 * @param {import('./dom.js').Child[][]} rows
 * @param {Array<Record<string, string>>} attributes of each row
 */
function table(headings, rows, attributes) {
  return el(
    'table',
    {},
    el('thead', {}, el('tr', {}, ...headings.map((heading) => el('th', { scope: 'col' }, heading)))),
    el(
      'tbody',
      {},
      ...rows.map((cells, at) =>
        el(
          'tr',
          attributes[at],
          ...cells.map((cell, column) =>
            column === 0
              ? el('th', { scope: 'row', 'data-heading': headings[column] }, cell)
              : el('td', { 'data-heading': headings[column] }, cell),
          ),
        ),
      ),
    ),
  )
}
