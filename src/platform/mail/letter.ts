/** What a letter says: plain paragraphs, one of which may be a code to be typed. */
export type Letter = {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Shown large between the first paragraph and the rest. */
  readonly code: string | null;
  /** Small, below: who sends it and why. */
  readonly footer: string;
  readonly language: 'ru' | 'en';
};

export type LetterBodies = { readonly text: string; readonly html: string };

/** A letter as text and as HTML; the HTML loads nothing and asks nothing of anybody. */
export function letterBodies({ subject, paragraphs, code, footer, language }: Letter): LetterBodies {
  const [first = '', ...rest] = paragraphs;
  const text = [first, ...(code === null ? [] : [`    ${code}`]), ...rest, '-- ', footer].join('\n\n');
  const paragraph = (one: string) => `<p style="margin:0 0 16px">${escaped(one)}</p>`;
  const shownCode =
    code === null
      ? ''
      : `<p style="margin:0 0 16px;font-size:32px;font-weight:700;letter-spacing:6px">${escaped(code)}</p>`;
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f6f5f1;color:#1b1f2a;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Arial,sans-serif">
<div style="max-width:520px;margin:0 auto;padding:24px;background:#ffffff;border:1px solid #e3e1da;border-radius:12px">
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.3">${escaped(subject)}</h1>
${paragraph(first)}${shownCode}${rest.map(paragraph).join('')}
<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #e3e1da;color:#5a6072;font-size:13px">${escaped(footer)}</p>
</div></body></html>`;
  return { text, html };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
