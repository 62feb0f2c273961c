import * as z from 'zod'
import {
  atLeastOne,
  authenticationContext,
  circumstance,
  claimName,
  claims,
  duration,
  framework,
  text,
  wish,
} from './words.ts'

const acrAnyOf = z
  .array(authenticationContext)
  .min(1)
  .meta({
    title: 'Accepted ways to log in',
    description: 'acr values (OpenID Connect Core §2). Any one of them is enough; the ID token must name it.',
    examples: [['mosip:idp:acr:generated-code', 'mosip:idp:acr:biometrics']],
  })

const maxAge = duration.meta({
  title: 'How long ago the login may lie',
  description: 'ISO 8601 duration, counted from auth_time.',
  examples: ['PT30M', 'PT8H'],
})

const document = z.strictObject({
  type: z.enum(['document', 'electronic_record', 'vouch', 'electronic_signature']).meta({
    title: 'Type of evidence',
    description: 'As OpenID Identity Assurance Schema Definition 1.0 names them.',
  }),
  documents: z
    .array(text)
    .min(1)
    .meta({
      title: 'Kinds of document',
      description: 'Accepted document_details.type (or record.type, attestation.type, signature_type). Absent: any.',
      examples: [['passport', 'idcard']],
    })
    .exactOptional(),
})

const evidence = z.strictObject({
  anyOf: z.array(document).min(1).meta({ title: 'Alternatives', description: 'Any one of them is enough.' }),
  notExpired: z
    .boolean()
    .meta({ title: 'Not expired', description: 'The document must state an expiry, and be good for today.' })
    .exactOptional(),
})

const acceptance = z
  .strictObject({
    declared: z
      .boolean()
      .meta({
        title: 'Satisfied by declaration, too',
        description:
          'Whether what the operator declares about a provider that asserts nothing may satisfy this entry. Default: no.',
      })
      .exactOptional(),
    trustFrameworks: z
      .array(framework)
      .min(1)
      .meta({
        title: 'Accepted trust frameworks',
        description: 'Names of services/vocabulary.json.',
        examples: [['eidas']],
      }),
    assuranceLevel: z
      .strictObject({
        atLeast: text.meta({
          title: 'Lowest accepted level',
          description: 'On the ladder of each framework named here; levels of different frameworks are never compared.',
          examples: ['substantial'],
        }),
      })
      .exactOptional(),
    verifiedWithin: duration
      .meta({ title: 'How long ago the verification may lie', examples: ['P1Y', 'P6M'] })
      .exactOptional(),
    verifiers: z
      .array(text)
      .min(1)
      .meta({
        title: 'Trusted verifiers',
        description: 'Absent: those the framework names in the vocabulary, or any where it names none.',
        examples: [['eidas-verifier.veridonia.example']],
      })
      .exactOptional(),
    evidence: evidence.meta({ title: 'What was shown to the verifier' }).exactOptional(),
    claims: atLeastOne(claimName, wish, 'claim').meta({
      title: 'Verified claims',
      description: 'All essential ones must come from one and the same verification.',
      examples: [{ name: 'essential', birthdate: 'voluntary' }],
    }),
  })
  .meta({ title: 'One way to satisfy the act' })

const accept = z.array(acceptance).min(1)

const few = z.array(text).min(1)

const condition = z
  .strictObject({
    above: z.number().meta({ title: 'Greater than' }).exactOptional(),
    below: z.number().meta({ title: 'Less than' }).exactOptional(),
    in: few.meta({ title: 'One of' }).exactOptional(),
    notIn: few
      .meta({ title: 'None of', description: 'Also met where the circumstance is not stated.' })
      .exactOptional(),
    is: z
      .union([z.string(), z.number(), z.boolean()], 'a text, a number, true or false')
      .meta({ title: 'Exactly' })
      .exactOptional(),
    absent: z.literal(true).meta({ title: 'Not stated by the caller' }).exactOptional(),
  })
  .refine((condition) => Object.keys(condition).length > 0, 'at least one of above, below, in, notIn, is, absent')
  .meta({
    title: 'Condition on a circumstance',
    description: 'Everything that is stated must hold.',
    minProperties: 1,
  })

const riskRule = z
  .strictObject({
    when: atLeastOne(circumstance, condition, 'condition').meta({
      title: 'Circumstances',
      description: 'By name, as the service states them in the context of a decision. All must hold.',
      examples: [{ amount: { above: 10000 } }, { country: { notIn: ['VD'] } }],
    }),
    authentication: z
      .strictObject({ acrAnyOf: acrAnyOf.exactOptional(), maxAge: maxAge.exactOptional() })
      .refine((members) => Object.keys(members).length > 0, 'acrAnyOf, maxAge, or both')
      .meta({
        title: 'Login wanted then',
        description: "In the place of the act's own, member by member.",
        minProperties: 1,
      })
      .exactOptional(),
    accept: accept
      .meta({ title: 'Verification wanted then', description: "In the place of the act's own." })
      .exactOptional(),
    outcome: z
      .enum(['manual-review', 'deny'])
      .meta({ title: 'Outcome then', description: 'Whatever else holds; nothing the person does mends it.' })
      .exactOptional(),
  })
  .refine(
    (rule) => rule.authentication !== undefined || rule.accept !== undefined || rule.outcome !== undefined,
    'at least one of authentication, accept, outcome',
  )
  .meta({
    title: 'Risk rule',
    anyOf: [{ required: ['authentication'] }, { required: ['accept'] }, { required: ['outcome'] }],
  })

const reuse = z
  .strictObject({
    fromPurposes: z
      .array(z.url())
      .min(1)
      .meta({
        title: 'Purposes it may come from',
        examples: [['https://vocab.veridonia.example/purpose/visa']],
      }),
    consent: z.enum(['required', 'not-required']).meta({ title: 'Whether the person is asked first' }),
  })
  .meta({
    title: 'Reuse of what was verified elsewhere',
    description: 'Absent: only what was verified for this service satisfies the act.',
  })

/** What must be true before something may happen at a service. */
export const act = z
  .strictObject({
    authentication: z.strictObject({ acrAnyOf, maxAge }).meta({ title: 'Login' }),
    claims: claims
      .meta({
        title: 'Plain claims',
        description: 'Not verified: what the person or the registry states.',
        examples: [{ email: 'voluntary' }],
      })
      .exactOptional(),
    accept: accept
      .meta({
        title: 'Verification',
        description: 'Alternatives: any one entry satisfies the act. Absent: no verified claims are needed.',
      })
      .exactOptional(),
    risk: z
      .array(riskRule)
      .min(1)
      .meta({
        title: 'Risk rules',
        description: 'The first rule whose conditions all hold changes the act; none holds: the act stands as it is.',
      })
      .exactOptional(),
    reuse: reuse.exactOptional(),
  })
  .meta({ title: 'Act', description: 'What must be true before something may happen at the service.' })
