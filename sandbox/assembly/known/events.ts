import { anything, type KnownType, list, object, oneOf, tags, text } from './shape.ts'

export const events: Readonly<Record<string, KnownType>> = {
  'AWS::Events::Rule': {
    properties: {
      Name: anything,
      Description: anything,
      ScheduleExpression: text(/^rate\(\d+ (minute|hour|day)s?\)$/, 'a rate'),
      State: oneOf('ENABLED'),
      Targets: list(object({ Id: anything, Arn: anything })),
      Tags: tags,
    },
    attributes: ['Arn'],
    here: 'acted-out',
  },
}
