export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

export interface Lock {
  readonly packages: Readonly<
    Record<string, Manifest & { readonly version?: string; readonly hasInstallScript?: boolean }>
  >
}

/**
 * Packages that bring an install script, and why nobody needs it: npm is only ever called with `--ignore-scripts`
 * (`infra/build/installation.mjs`).
 */
export const harmlessScripts: Readonly<Record<string, string>> = {
  esbuild: 'only puts the binary, which comes as an optional package of its own, where the shim looks first',
  fsevents: 'only built on macOS, only for watching files while developing',
}

const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'] as const

export const inexactVersions = (manifest: Manifest): readonly string[] =>
  kinds
    .flatMap((kind) => Object.entries(manifest[kind] ?? {}))
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(version))
    .map(([name, version]) => `${name}: ${version} is not one version`)

/** Where package.json and package-lock.json tell different stories. */
export const disagreements = (manifest: Manifest, lock: Lock): readonly string[] =>
  kinds.flatMap((kind) => {
    const asked = manifest[kind] ?? {}
    const locked = lock.packages['']?.[kind] ?? {}
    return [...new Set([...Object.keys(asked), ...Object.keys(locked)])]
      .filter((name) => asked[name] !== locked[name] || lock.packages[`node_modules/${name}`]?.version !== asked[name])
      .map(
        (name) =>
          `${name} is ${asked[name] ?? 'absent'} in package.json and ${locked[name] ?? 'absent'} in the lockfile`,
      )
  })

export const installScripts = (lock: Lock): readonly string[] =>
  Object.entries(lock.packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript === true)
    .map(([path]) => path.split('node_modules/').at(-1) ?? path)
    .filter((name) => !Object.hasOwn(harmlessScripts, name))
    .map((name) => `${name} wants to run a script when it is installed`)
