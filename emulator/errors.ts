/**
 * An error the emulated cloud answers with, in the platform's own vocabulary.
 * `code` is the string the SDK maps to an errCode (for example DATABASE_REQUEST_FAILED → -502001).
 */
export class CloudError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'CloudError';
    this.code = code;
  }
}

export const requestFailed = (message: string): CloudError => new CloudError('DATABASE_REQUEST_FAILED', message);

/** What the emulator does not know is refused by name, never answered with an empty result. */
export const unknownOperator = (what: string): CloudError =>
  new CloudError('DATABASE_INVALID_OPERRATOR', `not supported by the emulator: ${what}`);

export const invalidParameter = (message: string): CloudError => new CloudError('INVALID_PARAM', message);

export const collectionMissing = (name: string): CloudError =>
  new CloudError('DATABASE_COLLECTION_NOT_EXIST', `collection not exists: ${name}. Db or Table not exist`);

export type StartFailure =
  | 'data_unreadable'
  | 'data_unwritable'
  | 'data_in_use'
  | 'port_in_use'
  | 'functions_missing'
  | 'bad_declaration';

/** The emulator cannot start. The message is one line for a person; data on disk is left as it was. */
export class EmulatorStartError extends Error {
  readonly reason: StartFailure;

  constructor(reason: StartFailure, message: string) {
    super(message);
    this.name = 'EmulatorStartError';
    this.reason = reason;
  }
}
