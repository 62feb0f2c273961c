import { anything, type KnownType, list, object, oneOf, tags, text } from './shape.ts'

export const lambda: Readonly<Record<string, KnownType>> = {
  'AWS::Lambda::Function': {
    properties: {
      FunctionName: anything,
      Description: anything,
      Code: object({ S3Bucket: anything, S3Key: anything }),
      Handler: text(/^index\.handler$/, 'index.handler'),
      Runtime: text(/^nodejs\d+\.x$/, 'a nodejs runtime'),
      // JavaScript runs the same on either.
      Architectures: list(oneOf('arm64', 'x86_64')),
      MemorySize: anything,
      Timeout: anything,
      Environment: object({ Variables: anything }),
      Role: anything,
      LoggingConfig: object({ LogFormat: oneOf('Text'), LogGroup: anything }),
      Tags: tags,
    },
    attributes: ['Arn'],
    here: 'acted-out',
  },
  'AWS::Lambda::Permission': {
    properties: {
      Action: oneOf('lambda:InvokeFunction'),
      FunctionName: anything,
      Principal: anything,
      SourceArn: anything,
      SourceAccount: anything,
    },
    attributes: [],
    here: 'acted-out',
  },
}
