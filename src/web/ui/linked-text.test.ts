import { describe, expect, test } from 'vitest';
import { textPieces } from './linked-text.ts';

const shape = (text: string) =>
  textPieces(text).map((piece) => (piece.kind === 'words' ? piece.text : `<${piece.href}|${piece.shown}>`));

describe('addresses in a text', () => {
  test.each([
    ['none', '№ 412, § 7', ['№ 412, § 7']],
    [
      'one in a sentence, its full stop left outside',
      'Смотри https://resh.edu.ru/subject/16/7/.',
      ['Смотри ', '<https://resh.edu.ru/subject/16/7/|resh.edu.ru/subject/16/7>', '.'],
    ],
    [
      'two, on lines of a list',
      '- http://a.ru\n- https://www.b.ru/x?y=1',
      ['- ', '<http://a.ru/|a.ru>', '\n- ', '<https://www.b.ru/x?y=1|b.ru/x?y=1>'],
    ],
    ['in brackets', '(см. https://a.ru/b)', ['(см. ', '<https://a.ru/b|a.ru/b>', ')']],
    ['of a script', 'javascript:alert(1) и data:text/html,x', ['javascript:alert(1) и data:text/html,x']],
    ['without a name', 'https://localhost/x', ['https://localhost/x']],
    [
      'a long one is shown short',
      `https://a.ru/${'я'.repeat(60)}`,
      [`<https://a.ru/${'%D1%8F'.repeat(60)}|a.ru/${'я'.repeat(43)}…>`],
    ],
  ])('%s', (_, text, pieces) => {
    expect(shape(text)).toEqual(pieces);
  });

  test('the words and addresses together are the text', () => {
    const text = 'а https://x.ru/1, б https://y.ru!';
    expect(textPieces(text).filter(({ kind }) => kind === 'address')).toHaveLength(2);
  });
});
