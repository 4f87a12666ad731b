import type { SignedWord, SigningWay } from './signing/rules.ts';

export type ConsentsTables = {
  'consents.purpose': PurposeTable;
  'consents.purpose_text': PurposeTextTable;
  'consents.decision': DecisionTable;
};

type PurposeTable = {
  school_id: number;
  id: string;
  code: string | null;
  title: string;
  ordinal: number;
  is_asked: boolean;
};

type PurposeTextTable = {
  school_id: number;
  purpose_id: string;
  version: number;
  body: string;
  sha256: Buffer;
  asks_again: boolean;
  made_at: string;
  made_by: string | null;
};

type DecisionTable = {
  school_id: number;
  id: string;
  purpose_id: string;
  text_version: number;
  student_id: string;
  signer_id: string;
  word: SignedWord;
  way: SigningWay;
  signed_on: string;
  made_at: string;
  account_id: string;
  received_by: string | null;
  recorded_by: string | null;
};
