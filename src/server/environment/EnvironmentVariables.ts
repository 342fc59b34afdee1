/** THE LIST of environment variables. The code, the command line and the table in docs/configuration.md follow it. */
export interface EnvironmentVariables {
  /**
   * Key of the REST API.
   * @source Dashboard, Configure, API keys; shown once.
   */
  readonly WHEREBY_API_KEY: string;
  /**
   * Another address of the REST API, such as the sandbox's.
   * @source Not set for the real service.
   */
  readonly WHEREBY_API_URL: string;
  /**
   * Secret of a webhook.
   * @source Dashboard, beside the webhook; each webhook has its own.
   */
  readonly WHEREBY_WEBHOOK_SECRET: string;
}
