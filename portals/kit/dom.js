// @ts-check

/** @typedef {Node | string} Child */

/**
 * Builds an element. Data only ever becomes text nodes and attribute values: there is no way here to parse data as HTML.
 *
 * @param {string} tag
 * @param {Record<string, string | undefined>} [attributes] `testid` is short for `data-testid`; undefined ones are left out
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(name === 'testid' ? 'data-testid' : name, value)
  }
  element.append(...children)
  return element
}

/**
 * Puts parts, which may be elements, into the gaps of a sentence: `phrase('until {time}', { time: node })`.
 *
 * @param {string} sentence
 * @param {Record<string, Child>} parts
 * @returns {Child[]}
 */
export function phrase(sentence, parts) {
  return sentence.split(/\{(\w+)\}/).map((piece, at) => (at % 2 === 0 ? piece : (parts[piece] ?? '')))
}

/**
 * A value somebody else wrote. Its writing direction is kept apart from ours (`bdi`), so it cannot reorder the words around it.
 *
 * @param {string} text
 * @param {Record<string, string | undefined>} [attributes]
 */
export function foreign(text, attributes = {}) {
  return el('bdi', attributes, text)
}
