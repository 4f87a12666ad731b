import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import PostalMime from 'postal-mime';

/** Whose letters the mail servers of the tests keep. */
export const domain = 'mail.test';

/** Letters for it are taken and come back: `slow@` is put off at first, nobody else exists. Only with OpenSMTPD. */
export const goneDomain = 'gone.test';

/** Where letters that came back lie, of `bounces+…@mail.test`. */
export const bouncesBox = 'bounces';

export type ListeningServer = { readonly port: number; stop(): Promise<void> };

export type ReceivedLetter = {
  readonly subject: string;
  readonly from: string;
  readonly text: string;
  readonly html: string;
  readonly headers: ReadonlyMap<string, string>;
};

/** The letters of a box, `ivanova` of `ivanova@mail.test`, oldest first; waits until there are `count`. */
export async function lettersTo(
  boxes: string,
  name: string,
  count: number,
): Promise<readonly ReceivedLetter[]> {
  const box = join(boxes, name, 'new');
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const files = await readdir(box).catch((): string[] => []);
    if (files.length >= count) {
      const letters = await Promise.all(files.map((file) => readLetter(join(box, file))));
      // Our message ids begin with the moment.
      return letters.toSorted((one, other) => (idOf(one) < idOf(other) ? -1 : 1));
    }
    await sleep(50);
  }
  throw new Error(`${name} has got fewer than ${count} letters`);
}

const idOf = ({ headers }: ReceivedLetter) => headers.get('message-id') ?? '';

async function readLetter(path: string): Promise<ReceivedLetter> {
  const { subject = '', from, text = '', html = '', headers } = await PostalMime.parse(await readFile(path));
  return {
    subject,
    from: from?.address ?? '',
    text,
    html,
    headers: new Map(headers.map(({ key, value }) => [key, value])),
  };
}
