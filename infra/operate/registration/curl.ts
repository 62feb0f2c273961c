import type { RegistrationCall } from './body.ts'

/** eSignet wants milliseconds and `Z`, and refuses what is more than two minutes from its clock. */
const timeOfCall = '$(date -u +%Y-%m-%dT%H:%M:%S.000Z)'

/** A command for a POSIX shell. Host and token come from the environment of whoever runs it, the time from the moment it runs. */
export const curlCommand = ({ method, path, request }: RegistrationCall): string =>
  [
    `curl -sS -X ${method} "$ESIGNET${path}" \\`,
    `  -H 'content-type: application/json' -H "authorization: Bearer $TOKEN" \\`,
    `  -d '{"requestTime": "'"${timeOfCall}"'", "request": '${quoted(JSON.stringify(request, null, 2))}'}'`,
  ].join('\n')

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
