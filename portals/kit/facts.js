// @ts-check
import { el } from './dom.js'

/**
 * A list of terms and values. A value that is missing says so in words rather than leaving a hole.
 *
 * @param {Array<{ term: string, value: import('./dom.js').Child | import('./dom.js').Child[] | undefined, testid?: string }>} rows
 * @param {string} notStated
 */
export function facts(rows, notStated) {
  return el(
    'dl',
    { class: 'facts' },
    ...rows.map(({ term, value, testid }) => {
      const children = value === undefined ? [el('span', { class: 'muted' }, notStated)] : [value].flat()
      return el('div', {}, el('dt', {}, term), el('dd', { testid }, ...children))
    }),
  )
}
