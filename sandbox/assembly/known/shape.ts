/**
 * What may be written in a property. A shape is an allow-list: what it does not name stops the start.
 * Names follow the CloudFormation resource reference.
 */
export type Shape =
  | { readonly kind: 'anything' }
  | { readonly kind: 'object'; readonly members: Readonly<Record<string, Shape>> }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'one-of'; readonly values: readonly (string | number | boolean)[] }
  | { readonly kind: 'text'; readonly pattern: RegExp; readonly expected: string }

/** Free form (a name, a number, a document) that this world passes on or reads whole. */
export const anything: Shape = { kind: 'anything' }

export const object = (members: Readonly<Record<string, Shape>>): Shape => ({ kind: 'object', members })

export const list = (of: Shape): Shape => ({ kind: 'list', of })

/** Only these values are acted out here. */
export const oneOf = (...values: readonly (string | number | boolean)[]): Shape => ({ kind: 'one-of', values })

/** Literal text must match; a value that is only known later (an intrinsic) is let through. */
export const text = (pattern: RegExp, expected: string): Shape => ({ kind: 'text', pattern, expected })

export const tags: Shape = anything

/** A resource type that the practice world knows. */
export interface KnownType {
  readonly properties: Readonly<Record<string, Shape>>
  /** What `Fn::GetAtt` may ask of it. */
  readonly attributes: readonly string[]
  /** `acted-out`: it does here what it does in AWS. Otherwise the reason why it does nothing here. */
  readonly here: 'acted-out' | { readonly nothing: string }
}
