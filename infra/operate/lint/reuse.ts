import { doubtful, type Finding, listed, wrong } from '../finding.ts'
import { at, type Rule, suggesting } from './rule.ts'

/** Something can only be reused from a purpose that some service has, and only where a verification is wanted at all. */
export const reuse: Rule = (placed, { purposes, ownPurpose }) => {
  const { reuse: wanted, accept, risk } = placed.act
  if (wanted === undefined) return []
  const where = at(placed, 'reuse.fromPurposes')
  const nobodys = wanted.fromPurposes.filter((purpose) => !purposes.includes(purpose))
  const findings: Finding[] = []
  if (nobodys.length > 0)
    findings.push(
      wrong('purpose-of-nobody', {
        where,
        expected: `purposes of the services here: ${listed(purposes)}`,
        found: suggesting(nobodys, purposes),
        remedy: 'correct it or leave it out; nothing is ever verified for it here',
      }),
    )
  if (wanted.fromPurposes.includes(ownPurpose))
    findings.push(
      doubtful('reuse-of-own-purpose', {
        where,
        expected: 'purposes of other services',
        found: `${ownPurpose}, the purpose of this service`,
        remedy: 'leave it out: what was verified for this service always counts',
      }),
    )
  if (accept === undefined && !risk?.some((rule) => rule.accept !== undefined))
    findings.push(
      doubtful('reuse-of-nothing', {
        where: at(placed, 'reuse'),
        expected: 'an act that wants a verification',
        found: 'no accept',
        remedy: 'leave reuse out, or say in accept what is wanted',
      }),
    )
  return findings
}
