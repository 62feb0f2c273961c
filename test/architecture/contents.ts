/** What no file of the repository may contain. The patterns are written so that none of them matches itself. */
export const forbidden: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a private key', pattern: /-{5}BEGIN [A-Z ]*PRIVATE KEY-{5}\s*[A-Za-z0-9+/=]{16}/ },
  { what: 'a private JWK', pattern: /"(d|dp|dq|qi)"\s*:\s*"[A-Za-z0-9_-]{40,}"/ },
  { what: 'an AWS access key', pattern: /\b(AKIA|ASIA)(?!A{12}|IOSFODNN7EXAMPLE)[0-9A-Z]{16}\b/ },
  {
    what: 'a path of one machine',
    pattern: new RegExp(`(?<![\\w.-])/(${'work'}|home/\\w+|Users/\\w+)(?=[/\\s"'\`)]|$)`, 'm'),
  },
  {
    what: 'a package registry',
    pattern:
      /registry\.(npmjs\.org|yarnpkg\.com|npmmirror\.com)|npm\.pkg\.github\.com|\.jfrog\.io|\bartifactor[y]\b|"resolved": "https?:/i,
  },
]

export const wrongContents = (file: string, text: string): readonly string[] =>
  forbidden.filter(({ pattern }) => pattern.test(text)).map(({ what }) => `${file} contains ${what}`)
