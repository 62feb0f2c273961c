// @ts-check
import { el, foreign, phrase } from './dom.js'
import { facts } from './facts.js'
import { customerTable, officerTable } from './requirements-table.js'
import { time } from './time.js'
import { label } from './words.js'

/** @typedef {import('./session.js').Decision} Decision */
/** @typedef {import('./page.js').Page} Page */

/** @type {Decision} */
const noDecision = { outcome: undefined, validUntil: undefined, lapsesFirst: undefined, requirements: [] }

/**
 * The decision for one act: what it is, in plain words; until when or what is missing; the one next step; and for the officer why.
 *
 * @param {string} act
 * @param {import('./session.js').Session} session
 * @param {Page} page
 * @returns {HTMLElement}
 */
export function decisionPanel(act, session, page) {
  const { t } = page
  const decision = session.decisions.get(act) ?? noDecision
  const outcome = knownOutcome(decision.outcome)
  const words = { ...t.decision[outcome], ...t.decisionsByAct[act]?.[outcome] }
  const panel = el(
    'section',
    {
      class: `panel ${tone(outcome)}`,
      testid: 'decision',
      'data-act': act,
      'data-outcome': decision.outcome,
      'aria-labelledby': `decision-${act}`,
    },
    el('h2', { id: `decision-${act}`, testid: 'decision-outcome', 'data-outcome': decision.outcome }, words.title),
    el('p', {}, words.next),
  )
  if (decision.validUntil !== undefined) panel.append(validity(decision, page))
  if (outcome !== 'permit') {
    panel.append(
      el(
        'p',
        {},
        el(
          'a',
          { class: 'button', testid: 'try-again', href: page.login(act) },
          words.action ?? t.decision.unknown.action,
        ),
      ),
    )
  }
  panel.append(...reasons(decision, outcome, page), officerFold(decision, session, page))
  return panel
}

/** @param {Decision} decision @param {Page} page */
function validity({ validUntil = '', lapsesFirst }, { t, locale }) {
  const because =
    lapsesFirst !== undefined && Object.hasOwn(t.lapses, lapsesFirst) ? ` ${label(t.lapses, lapsesFirst)}` : ''
  return el(
    'p',
    { testid: 'decision-valid-until' },
    ...phrase(t.decisionUntil, { time: time(validUntil, locale) }),
    because,
  )
}

/**
 * An open gap is shown at once; what was met stays folded. When the act is permitted, rules of the ways not taken are left to the
 * officer: to a customer they would read as failures.
 *
 * @param {Decision} decision
 * @param {keyof import('./words.js').KitTexts['decision']} outcome
 * @param {Page} page
 */
function reasons({ requirements }, outcome, page) {
  const { t } = page
  if (outcome === 'permit') {
    const met = requirements.filter(({ pass }) => pass)
    return met.length === 0 ? [] : [fold(t.gap.why, el('p', {}, t.gap.metLead), customerTable(met, outcome, page))]
  }
  if (requirements.length === 0) return []
  return [el('h3', {}, t.gap.title), el('p', {}, t.gap.lead), customerTable(requirements, outcome, page)]
}

/** @param {Decision} decision @param {import('./session.js').Session} session @param {Page} page */
function officerFold({ outcome, lapsesFirst, requirements }, { subject }, page) {
  const { t } = page
  const raw = (/** @type {string | undefined} */ value) =>
    value === undefined ? undefined : el('code', {}, foreign(value))
  const list = facts(
    [
      { term: t.officer.outcome, value: raw(outcome) },
      { term: t.officer.lapsesFirst, value: raw(lapsesFirst) },
      { term: t.officer.subject, value: raw(subject) },
    ],
    t.notStated,
  )
  const table = requirements.length > 0 ? officerTable(requirements, page) : el('p', { class: 'muted' }, t.officer.none)
  return fold(t.officer.title, list, table)
}

/** @param {string} title @param {...HTMLElement} children */
function fold(title, ...children) {
  return el('details', {}, el('summary', {}, title), ...children)
}

/** @param {string | undefined} outcome @returns {keyof import('./words.js').KitTexts['decision']} */
export function knownOutcome(outcome) {
  switch (outcome) {
    case 'permit':
    case 're-authenticate':
    case 'step-up':
    case 're-verify':
    case 'consent':
    case 'manual-review':
    case 'deny':
      return outcome
    default:
      return 'unknown'
  }
}

/** @param {string} outcome */
function tone(outcome) {
  if (outcome === 'permit') return 'good'
  return outcome === 'deny' ? 'bad' : 'gap'
}
