export type Config = {
  readonly host: string;
  readonly port: number;
};
