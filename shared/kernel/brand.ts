declare const mark: unique symbol

/**
 * `Value` that went through the one function that may put this mark on it. The mark exists for the compiler only;
 * whoever wants a `VerifiedIdentity` has to ask the judge for one.
 */
export type Branded<Value, Mark extends string> = Value & { readonly [mark]: Mark }

/** Puts the mark on. Called only by the module that exports the branded type; `test/architecture` counts the callers. */
export const brand = <Value, Mark extends string>(value: Value): Branded<Value, Mark> => value as Branded<Value, Mark>
