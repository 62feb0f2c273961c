// @ts-check
// Keeps the numbers and the lines of the start page fresh. Everything is put in as text, never as markup.

const every = 1500

/** @param {string} id */
const byId = (id) => document.getElementById(id)

/** @param {string} path @param {RequestInit} [init] */
const ask = async (path, init) => {
  const answer = await fetch(path, { cache: 'no-store', ...init })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return answer.json()
}

/** @param {string} id @param {number} total @param {Array<[string, string]>} entries */
const fill = (id, total, entries) => {
  const tile = byId(id)
  if (!tile) return
  const figure = tile.querySelector('[data-total]')
  if (figure) figure.textContent = String(total)
  tile.classList.toggle('alert', id === 'denials' && total > 0)
  const list = tile.querySelector('[data-by]')
  list?.replaceChildren(
    ...entries.map(([name, value]) => {
      const row = document.createElement('div')
      const term = document.createElement('dt')
      const figure = document.createElement('dd')
      term.textContent = name
      figure.textContent = value
      row.append(term, figure)
      return row
    }),
  )
}

/** @param {any} counters */
const showCounters = (counters) => {
  for (const id of ['kms', 'dynamodb', 'esignet']) {
    const { total, by } = counters[id]
    fill(
      id,
      total,
      Object.entries(by).map(([name, count]) => [name, String(count)]),
    )
  }
  const last = counters.denials.last.map((/** @type {any} */ denial) => [denial.principal, denial.action])
  fill('denials', counters.denials.total, last)
  const since = byId('since')
  if (since) since.textContent = new Date(counters.since).toLocaleTimeString()
}

/** @param {Array<{ at: string, source: string, text: string }>} lines */
const showLines = (lines) => {
  const list = byId('lines')
  const quiet = byId('quiet')
  if (!list || !quiet) return
  quiet.hidden = lines.length > 0
  list.hidden = lines.length === 0
  const atEnd = list.scrollTop + list.clientHeight >= list.scrollHeight - 8
  list.replaceChildren(
    ...lines.map(({ at, source, text }) => {
      const item = document.createElement('li')
      const parts = [at.slice(11, 19), source, text].map((words) => {
        const part = document.createElement('span')
        part.textContent = words
        return part
      })
      item.append(...parts)
      return item
    }),
  )
  if (atEnd) list.scrollTop = list.scrollHeight
}

const refresh = async () => {
  try {
    const [counters, lines] = await Promise.all([ask('/counters'), ask('/activity')])
    showCounters(counters)
    showLines(lines)
    document.body.classList.remove('gone')
  } catch {
    document.body.classList.add('gone')
  }
}

byId('reset')?.addEventListener('click', async () => {
  showCounters(await ask('/counters/reset', { method: 'POST' }))
})

void refresh()
setInterval(() => {
  if (!document.hidden) void refresh()
}, every)
