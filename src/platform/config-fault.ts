export type ConfigFaultCode =
  | 'portInvalid'
  | 'fileSizeInvalid'
  | 'tlsIncomplete'
  | 'plainHttpOffLoopback'
  | 'secretsBroken'
  | 'smtpInvalid'
  | 'mailFromInvalid'
  | 'dkimInvalid'
  | 'originInvalid'
  | 'bounceIncomplete'
  | 'bounceAddressInvalid'
  | 'bounceImapInvalid';

/** A setting that cannot be served with. The command line words the code. */
export class ConfigFault extends Error {
  override name = 'ConfigFault';
  readonly code: ConfigFaultCode;
  readonly setting: string;

  constructor(code: ConfigFaultCode, setting: string) {
    super(`${code}: ${setting}`);
    this.code = code;
    this.setting = setting;
  }
}
