// @ts-check
// The session door's answer, read the way a careful stranger reads it: members we do not know are passed over, missing or
// misshapen ones become undefined, and nothing here throws.

/** @typedef {string | undefined} Text */
/** @typedef {{ rule: Text, expected: unknown, actual: unknown, pass: boolean, remedy: unknown }} Requirement */
/** @typedef {{ outcome: Text, validUntil: Text, lapsesFirst: Text, requirements: Requirement[] }} Decision */
/** @typedef {{ type: Text, document: Text, issuer: Text, expires: Text }} Evidence */
/**
 * @typedef {{ id: Text, trustFramework: Text, assuranceLevel: Text, verifiers: string[], time: Text, validUntil: Text,
 *   evidence: Evidence[], claims: Array<[string, unknown]>, satisfies: string[] }} VerifiedClaims
 */
/**
 * @typedef {{ subject: Text, since: Text, until: Text, act: Text, acr: string[], authTime: Text,
 *   decisions: Map<string, Decision>, claims: Array<[string, unknown]>, verifiedClaims: VerifiedClaims[] }} Session
 */

/** @param {unknown} body @returns {Session} */
export function readSession(body) {
  const answer = record(body)
  const authentication = record(answer['authentication'])
  return {
    subject: text(answer['subject']),
    since: text(answer['since']),
    until: text(answer['until']),
    act: text(answer['act']),
    acr: texts(authentication['acr']),
    authTime: text(authentication['authTime']),
    decisions: new Map(Object.entries(record(answer['acts'])).map(([act, decision]) => [act, readDecision(decision)])),
    claims: entries(answer['claims']),
    verifiedClaims: list(answer['verifiedClaims']).map(readVerifiedClaims),
  }
}

/** @param {unknown} value @returns {Decision} */
function readDecision(value) {
  const decision = record(value)
  return {
    outcome: text(decision['outcome']),
    validUntil: text(decision['validUntil']),
    lapsesFirst: text(decision['lapsesFirst']),
    requirements: list(decision['requirements'])
      .map(record)
      .map((requirement) => ({
        rule: text(requirement['rule']),
        expected: requirement['expected'] ?? undefined,
        actual: requirement['actual'] ?? undefined,
        pass: requirement['pass'] === true,
        remedy: requirement['remedy'] ?? undefined,
      })),
  }
}

/** @param {unknown} value @returns {VerifiedClaims} */
function readVerifiedClaims(value) {
  const verified = record(value)
  return {
    id: text(verified['id']),
    trustFramework: text(verified['trustFramework']),
    assuranceLevel: text(verified['assuranceLevel']),
    verifiers: texts(verified['verifiers']),
    time: text(verified['time']),
    validUntil: text(verified['validUntil']),
    evidence: list(verified['evidence'])
      .map(record)
      .map((evidence) => ({
        type: text(evidence['type']),
        document: text(evidence['document']),
        issuer: text(evidence['issuer']),
        expires: text(evidence['expires']),
      })),
    claims: entries(verified['claims']),
    satisfies: texts(verified['satisfies']),
  }
}

/**
 * The name somebody vouched for. Names the person merely typed are never used for the welcome.
 *
 * @param {Session} session
 * @param {string} act objects that satisfy this act are preferred
 * @param {string} [language] of the page; a name that came in it is preferred to one in another
 * @returns {string | undefined}
 */
export function verifiedName({ verifiedClaims }, act, language = 'en') {
  const best = [...verifiedClaims].sort((a, b) => Number(b.satisfies.includes(act)) - Number(a.satisfies.includes(act)))
  for (const { claims } of best) {
    const found =
      claims.find(([name]) => name === 'name') ??
      claims.find(([name]) => name === `name#${language}`) ??
      claims.find(([name]) => name.startsWith('name#'))
    if (found && typeof found[1] === 'string' && found[1].trim() !== '') return found[1]
  }
  return undefined
}

/** @param {unknown} value @returns {Record<string, unknown>} */
export function record(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

/** @param {unknown} value @returns {string | undefined} */
export function text(value) {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** @param {unknown} value @returns {unknown[]} */
function list(value) {
  return Array.isArray(value) ? value : []
}

/** @param {unknown} value @returns {string[]} */
function texts(value) {
  return list(value).filter((item) => typeof item === 'string')
}

/** @param {unknown} value @returns {Array<[string, unknown]>} */
function entries(value) {
  return Object.entries(record(value))
}
