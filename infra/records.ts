/** `Object.keys` with the key type kept: sound for the closed literal records that describe this house. */
export const keysOf = <T extends object>(record: T) => Object.keys(record) as (keyof T & string)[]

/** Same keys, other values. */
export const mapRecord = <K extends string, V, W>(
  record: Readonly<Record<K, V>>,
  change: (value: V, key: K) => W,
): Record<K, W> => Object.fromEntries(keysOf(record).map((key) => [key, change(record[key], key)])) as Record<K, W>
