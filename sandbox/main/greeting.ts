import type { World } from '../world.ts'

/** What to do first, and where everything is. */
export const greeting = ({ home, api, esignet, portals }: World['urls'], keep: boolean): string =>
  [
    '',
    `  Open this first   ${home}`,
    '',
    `  Omera Bank        ${portals['omera-bank'] ?? ''}`,
    `  Visa portal       ${portals['visa'] ?? ''}`,
    `  eSignet           ${esignet}`,
    `  API               ${api}`,
    '',
    '  Log in as one of the invented people; the code is always 111111.',
    `  ${keep ? 'Tables and keys stay in .practice/data.' : 'Nothing is kept: the next start is a fresh world.'} Logs are in .practice/logs.`,
    '  Ctrl-C ends it.',
    '',
  ].join('\n')
