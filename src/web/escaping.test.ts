import { expect, test } from 'vitest';
import { dataBlock, escapedText } from './escaping.ts';

test.each(['</script><script>alert(1)</script>', '<!-- <script>', '\u2028\u2029', 'ёж & «кавычки»'])(
  '%j stays data',
  (text) => {
    const block = dataBlock({ text });
    const json = /^<script type="application\/json" id="view-data">(.*)<\/script>$/s.exec(block)?.[1] ?? '';
    expect(json).not.toContain('<');
    expect(JSON.parse(json)).toEqual({ text });
  },
);

test('a title cannot open an element', () => {
  expect(escapedText('</title><script>&')).toBe('&lt;/title>&lt;script>&amp;');
});
