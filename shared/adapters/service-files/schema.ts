import * as z from 'zod'
import type { Service, Vocabulary } from '../../domain/policy/service.ts'
import { act } from './act-schema.ts'
import { backend } from './key-schema.ts'
import { atLeastOne, duration, framework, id, keyName, language, placeOfReturn, text } from './words.ts'

const $schema = z.string().meta({ title: 'Where editors find this schema' }).exactOptional()

const client = z
  .strictObject({
    id: text.meta({ title: 'Client id', description: 'As registered at the provider.' }),
    relyingPartyId: text.meta({ title: 'Relying-party id', description: 'Decides which subject the provider names.' }),
    encryptedUserInfo: z
      .boolean()
      .meta({ title: 'Encrypted UserInfo', description: 'The provider encrypts UserInfo; in plain it is refused.' })
      .exactOptional(),
    decryptionKeys: z
      .array(keyName)
      .min(1)
      .max(2)
      .refine((names) => new Set(names).size === names.length, 'different names')
      .meta({
        title: 'Names of the decryption keys',
        description: 'Newest first; two while one replaces the other. Absent: one, named first.',
        examples: [['2027', 'first']],
        uniqueItems: true,
      })
      .exactOptional(),
    senderConstrained: z
      .boolean()
      .meta({
        title: 'Bound access tokens',
        description: 'By proof of possession (RFC 9449), where the release of the provider can.',
      })
      .exactOptional(),
  })
  .refine(({ encryptedUserInfo, decryptionKeys }) => decryptionKeys === undefined || encryptedUserInfo === true, {
    path: ['decryptionKeys'],
    message: 'only with encryptedUserInfo: true',
  })
  .meta({
    title: 'Client at the provider',
    dependentSchemas: {
      decryptionKeys: { properties: { encryptedUserInfo: { const: true } }, required: ['encryptedUserInfo'] },
    },
  })

/** What a file in `services/` must be. Strict: a misspelt member is an error and not a rule that silently never applies. */
export const serviceSchema: z.ZodType<Service> = z
  .strictObject({
    $schema,
    id: id.meta({ title: 'Id', description: 'The name of the file without .json, and the first part of every path.' }),
    name: z
      .record(z.string(), text)
      .meta({ title: 'Name', description: 'By language (BCP 47).', examples: [{ en: 'Omera Bank' }] }),
    provider: id.meta({
      title: 'Identity provider',
      description: 'Which one of the stage identifies people here.',
      examples: ['esignet-veridonia'],
    }),
    client,
    backend: backend.exactOptional(),
    returnTo: z
      .array(placeOfReturn)
      .min(1)
      .meta({
        title: 'Where people may be sent back to',
        description:
          "Prefixes: paths of the portal, or absolute https URLs. Anything else is refused at the login's start.",
        examples: [['/', 'https://bank.example/app/']],
      }),
    purpose: z.url().meta({ title: 'Purpose', description: 'Why the service processes claims, as a URI.' }),
    retention: duration.meta({ title: 'How long claims are kept', examples: ['P2Y'] }),
    session: z.strictObject({ maxAge: duration.meta({ title: 'Longest life of a session', examples: ['PT8H'] }) }),
    claimsLocales: z
      .array(language)
      .min(1)
      .meta({ title: 'Languages of claims', description: 'Most wanted first, in ISO 639-3.', examples: [['eng']] })
      .exactOptional(),
    acts: atLeastOne(id, act, 'act').meta({ title: 'Acts', description: 'What people do here, by name.' }),
  })
  .meta({
    title: 'Service',
    description: 'One relying party of Verify Once, and what must be true before each of its acts.',
  })

const trustFramework = z
  .strictObject({
    name: text,
    levels: z
      .array(text)
      .refine((levels) => new Set(levels).size === levels.length, 'each level once')
      .meta({
        title: 'Ladder',
        description: 'Levels of assurance, weakest first. Empty where the framework has none and evidence decides.',
        examples: [['low', 'substantial', 'high']],
        uniqueItems: true,
      }),
    verifiers: z
      .array(text)
      .min(1)
      .meta({
        title: 'Known verifiers',
        description: 'An act that names none accepts any of these. Absent: anybody.',
      })
      .exactOptional(),
  })
  .meta({ title: 'Trust framework' })

const ofFramework = { framework, level: text }

const equivalence = z
  .strictObject({
    ...ofFramework,
    countsAs: z.strictObject(ofFramework),
    declaredBy: text.meta({ title: 'By whom, and on what ground' }),
    since: z.iso.date('a day such as 2030-01-31').meta({ title: 'Since which day' }),
  })
  .meta({ title: 'Equivalence', description: 'One way: what is verified at this level counts as that one.' })

/** What `services/vocabulary.json` must be. */
export const vocabularySchema: z.ZodType<Vocabulary> = z
  .strictObject({
    $schema,
    trustFrameworks: z
      .record(framework, trustFramework)
      .meta({ title: 'Trust frameworks', description: 'By the name that verifications carry.' }),
    equivalences: z
      .array(equivalence)
      .meta({
        title: 'Equivalences',
        description: 'None is built in: that one framework counts as another is a legal decision of the operator.',
      })
      .exactOptional(),
  })
  .meta({
    title: 'Vocabulary',
    description: 'The trust frameworks that service files may name, each with its own ladder.',
  })
