import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Pdf from 'pdfkit';
import { encodeQR } from 'qr';
import { printedSecret } from './access-slips/rules.ts';
import type { SlipWords } from './slip-words-ru.ts';

/** One slip as it is printed. */
export type PrintedSlip = {
  readonly schoolName: string;
  readonly title: string;
  readonly name: string;
  /** «ученик, 7 «Б»», «мать: Щербакова Вероника, 7 «Б»», a position. */
  readonly whose: string;
  readonly login: string;
  readonly secret: string;
};

export type SlipSheet = {
  readonly slips: readonly PrintedSlip[];
  /** Where people sign in: `https://school.example`. */
  readonly origin: string;
  /** A date in words. */
  readonly until: string;
  readonly words: SlipWords;
};

/** Points (1/72 inch). A4, two columns of four. */
const sheet = { width: 595.28, height: 841.89 };
const columns = 2;
const rows = 4;
const slip = { width: sheet.width / columns, height: sheet.height / rows };
const inset = 22;
const qrSide = 96;
const ink = '#1b1f2a';
const quiet = '#5a6072';
const cut = '#b9bdc9';

const require = createRequire(import.meta.url);
let fonts: { readonly regular: Buffer; readonly bold: Buffer } | null = null;

/** Slips as PDF, eight on a sheet of A4 with lines to cut along. */
export function slipPdf(given: SlipSheet): Promise<Buffer> {
  fonts ??= {
    regular: readFileSync(require.resolve('@expo-google-fonts/onest/400Regular/Onest_400Regular.ttf')),
    bold: readFileSync(require.resolve('@expo-google-fonts/onest/700Bold/Onest_700Bold.ttf')),
  };
  const document = new Pdf({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    info: { Title: given.words.title },
  });
  document.registerFont('regular', fonts.regular);
  document.registerFont('bold', fonts.bold);
  const done = collected(document);
  for (const [at, one] of given.slips.entries()) {
    const place = at % (columns * rows);
    if (place === 0) {
      document.addPage();
      cutLines(document);
    }
    const left = (place % columns) * slip.width;
    const top = Math.floor(place / columns) * slip.height;
    drawSlip(document, { ...given, one, left: left + inset, top: top + inset });
  }
  document.end();
  return done;
}

function collected(document: PDFKit.PDFDocument): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  document.on('end', () => resolve(Buffer.concat(chunks)));
  document.on('error', reject);
  return promise;
}

function cutLines(document: PDFKit.PDFDocument): void {
  document.lineWidth(0.5).strokeColor(cut).dash(3, { space: 3 });
  document.moveTo(slip.width, 0).lineTo(slip.width, sheet.height).stroke();
  for (let row = 1; row < rows; row += 1)
    document
      .moveTo(0, row * slip.height)
      .lineTo(sheet.width, row * slip.height)
      .stroke();
  document.undash();
}

type Placed = SlipSheet & { readonly one: PrintedSlip; readonly left: number; readonly top: number };

function drawSlip(document: PDFKit.PDFDocument, { one, origin, until, words, left, top }: Placed): void {
  const width = slip.width - 2 * inset;
  const line = (
    text: string,
    y: number,
    options: { size: number; bold?: boolean; color?: string; wide?: number },
  ) =>
    document
      .font(options.bold === true ? 'bold' : 'regular')
      .fontSize(options.size)
      .fillColor(options.color ?? ink)
      .text(text, left, top + y, {
        width: options.wide ?? width,
        height: options.size * 1.35,
        ellipsis: true,
        lineBreak: true,
      });
  line(`${one.schoolName} · ${one.title}`, 0, { size: 7.5, color: quiet });
  line(one.name, 14, { size: nameSize(document, one.name, width), bold: true });
  line(one.whose, 33, { size: 8.5, color: quiet });
  const text = width - qrSide - 10;
  const fields = [
    [words.address, origin.replace(/^https?:\/\//u, '')],
    [words.login, one.login],
    [words.code, printedSecret(one.secret)],
  ] as const;
  for (const [at, [label, value]] of fields.entries()) {
    line(label, 52 + at * 29, { size: 7, color: quiet, wide: text });
    line(value, 61 + at * 29, { size: fitting(document, value, text), bold: true, wide: text });
  }
  drawQr(document, `${origin}/code#${one.secret}`, { left: left + width - qrSide, top: top + 50 });
  document
    .font('regular')
    .fontSize(6.5)
    .fillColor(quiet)
    .text(`${until} ${words.advice}`, left, top + 146, { width, lineGap: 0.5 });
}

const nameSize = (document: PDFKit.PDFDocument, name: string, width: number) =>
  largest(document, name, { width, from: 13, to: 7 });
const fitting = (document: PDFKit.PDFDocument, value: string, width: number) =>
  largest(document, value, { width, from: 12, to: 7 });

/** The largest size at which a bold line fits its width. */
function largest(
  document: PDFKit.PDFDocument,
  text: string,
  { width, from, to }: { readonly width: number; readonly from: number; readonly to: number },
): number {
  let size = from;
  while (size > to && document.font('bold').fontSize(size).widthOfString(text) > width) size -= 0.5;
  return size;
}

function drawQr(
  document: PDFKit.PDFDocument,
  text: string,
  { left, top }: { readonly left: number; readonly top: number },
): void {
  const cells = encodeQR(text, 'raw', { ecc: 'medium', border: 1 });
  const side = qrSide / cells.length;
  for (const [y, row] of cells.entries())
    for (const [x, isDark] of row.entries())
      if (isDark) document.rect(left + x * side, top + y * side, side + 0.05, side + 0.05);
  document.fillColor('#000000').fill();
}
