import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, type Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Duration } from 'aws-cdk-lib/core'
import { Construct } from 'constructs'
import type { FunctionName } from '../../functions/index.ts'
import type { FunctionManifest, JobManifest } from '../../shared/wiring/define-function.ts'
import type { Lifetime } from '../lifetimes.ts'
import { doorLogGroup, doorName } from '../names.ts'

export interface DoorProps {
  readonly stage: string
  readonly name: FunctionName
  readonly manifest: FunctionManifest | JobManifest
  readonly code: Code
  /** Rights beyond writing its own log. */
  readonly statements: readonly PolicyStatement[]
  readonly environment: Readonly<Record<string, string>>
  readonly lifetime: Lifetime
}

/** One Lambda function with a role and a log group of its own: nothing it may do comes from a policy somebody else can change. */
export class Door extends Construct {
  readonly function: LambdaFunction

  constructor(scope: Construct, id: string, props: DoorProps) {
    super(scope, id)
    const { stage, name, manifest, lifetime } = props
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: doorLogGroup(stage, name),
      retention: lifetime.logRetention,
      removalPolicy: lifetime.removal,
    })
    const role = new Role(this, 'Role', {
      roleName: doorName(stage, name),
      description: `What ${whenCalled(manifest)} may do`,
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { rights: new PolicyDocument({ statements: [writeLog(logGroup), ...props.statements] }) },
    })
    this.function = new LambdaFunction(this, 'Function', {
      functionName: doorName(stage, name),
      description: whenCalled(manifest),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: props.code,
      memorySize: manifest.memoryMb ?? 512,
      timeout: Duration.seconds(manifest.timeoutSeconds ?? 15),
      environment: { ...props.environment },
      // Frozen: a construct that wants to add rights of its own must not succeed unseen.
      role: role.withoutPolicyUpdates(),
      logGroup,
    })
  }
}

const whenCalled = (manifest: FunctionManifest | JobManifest): string =>
  'route' in manifest ? manifest.route : manifest.schedule

/** The group's ARN ends in `:*` (CloudFormation returns it so): all streams of this one group, whose names Lambda invents. */
const writeLog = (logGroup: LogGroup): PolicyStatement =>
  new PolicyStatement({
    sid: 'OwnLog',
    actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    resources: [logGroup.logGroupArn],
  })
