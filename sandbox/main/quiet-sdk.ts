/**
 * The AWS SDK advises everybody on Node 20 to upgrade, in six lines, in the middle of the few lines that a start prints.
 * The functions are deployed to a newer runtime than this machine may have; that is known, and not the reader's concern.
 */
export const quietSdk = (environment: NodeJS.ProcessEnv): void => {
  environment['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'
}
