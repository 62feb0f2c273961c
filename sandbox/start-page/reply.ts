/** An answer of the start page's server. */
export interface Reply {
  readonly status: number
  readonly type: string
  readonly body: string
  /** An origin the page's script may ask besides our own. */
  readonly connects?: string
}

export const page = (body: string, status = 200): Reply => ({ status, type: 'text/html; charset=utf-8', body })

export const json = (value: unknown, status = 200): Reply => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
})
