import { readFileSync } from 'node:fs'
import type { ProviderProfile } from '../../shared/domain/provider/profile.ts'
import { profiles } from '../../shared/providers/index.ts'
import { Sentence } from '../build/sentence.mjs'
import { readServices } from '../services.ts'
import { stageValues } from '../stages.ts'
import { BadArguments } from './command.ts'
import { isObject, objectIn, textIn } from './json.ts'
import { type RegistrationRules, registrationRules } from './registration/rules.ts'

/** One release line: how the doors speak with it, and what its operator has to register. */
export interface Release {
  readonly name: string
  readonly profile: ProviderProfile
  readonly rules: RegistrationRules
}

export const releaseNames: readonly string[] = [...registrationRules.keys()].filter((name) => profiles.has(name))

/** @throws BadArguments that lists the releases there are */
export const findRelease = (name: string): Release => {
  const profile = profiles.get(name)
  const rules = registrationRules.get(name)
  if (profile !== undefined && rules !== undefined) return { name, profile, rules }
  throw new BadArguments(`There is no release "${name}" here; there are ${releaseNames.join(', ')}.`)
}

/**
 * The release a stage says its provider runs: `--release` wins, `practice` knows its own, other stages say it in cdk.json.
 *
 * @throws Sentence when nobody says it
 */
export const releaseOfStage = (stage: string, provider: string, given: string | undefined): Release => {
  if (given !== undefined) return findRelease(given)
  const said = stage === 'practice' ? practiceRelease(provider) : textIn(providerIn(stage, provider), 'release')
  if (said !== undefined) return findRelease(said)
  throw new Sentence(
    `Which release "${provider}" runs on stage "${stage}" is not in cdk.json (context.stages.${stage}.identityProviders.${provider}.release): give it as --release ${releaseNames.join('|')}.`,
  )
}

const practiceRelease = (provider: string): string | undefined =>
  stageValues('practice', () => undefined, readServices()).providers[provider]?.release

const providerIn = (stage: string, provider: string) => {
  const file: unknown = JSON.parse(readFileSync('cdk.json', 'utf8'))
  const path = ['context', 'stages', stage, 'identityProviders', provider]
  return path.reduce((at, member) => objectIn(at, member) ?? {}, isObject(file) ? file : {})
}
