/** One Lambda function as the template describes it, ready to run. */
export interface FunctionDefinition {
  readonly name: string
  readonly arn: string
  /** Absolute path of the folder that holds `index.js`. */
  readonly directory: string
  /** `index.handler`. */
  readonly handler: string
  readonly memoryMb: number
  readonly timeoutSeconds: number
  readonly logGroup: string
  /** Everything a worker sees as its environment; nothing of the host's is added. */
  readonly environment: Readonly<Record<string, string>>
}

export interface RoleCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

export interface Surroundings {
  readonly region: string
  /** Where this world's DynamoDB and KMS listen. */
  readonly awsEndpoint: string
  readonly credentials: RoleCredentials
}

type Described = Pick<FunctionDefinition, 'name' | 'memoryMb' | 'logGroup'>

/**
 * The environment of a function: the template's variables and what the Lambda runtime sets itself. The credentials are
 * those of the function's own role, so that the policies of the template decide what it may do.
 */
export const functionEnvironment = (
  described: Described,
  variables: Readonly<Record<string, string>>,
  { region, awsEndpoint, credentials }: Surroundings,
): Readonly<Record<string, string>> => ({
  ...variables,
  AWS_REGION: region,
  AWS_LAMBDA_FUNCTION_NAME: described.name,
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(described.memoryMb),
  AWS_LAMBDA_LOG_GROUP_NAME: described.logGroup,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  ...(credentials.sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: credentials.sessionToken }),
  AWS_ENDPOINT_URL: awsEndpoint,
  // Without these two the SDK would look into the home folder of whoever started the world.
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  // This machine's Node may be older than the runtime of the template; the SDK would say so in the log of every door.
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
})
