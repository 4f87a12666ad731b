import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Pdf from 'pdfkit';
import type { Blank, BlankField } from './office/blank-facts.ts';

export type BlankSheet = {
  readonly title: string;
  readonly schoolName: string;
  readonly locality: string | null;
  readonly principal: string | null;
  readonly blanks: readonly Blank[];
};

/** Points (1/72 inch) of A4. */
const margins = { top: 45, bottom: 50, left: 62, right: 45 };
const page = { width: 595.28, height: 841.89 };
const width = page.width - margins.left - margins.right;
const ink = '#1b1f2a';
const quiet = '#5a6072';
const rule = '#8b90a0';
const lineHeight = 17;

const require = createRequire(import.meta.url);
let fonts: { readonly regular: Buffer; readonly bold: Buffer } | null = null;

/** Blanks to be signed with a pen, each on sheets of its own: A4, black on white. */
export function blankPdf(sheet: BlankSheet): Promise<Buffer> {
  fonts ??= {
    regular: readFileSync(require.resolve('@expo-google-fonts/onest/400Regular/Onest_400Regular.ttf')),
    bold: readFileSync(require.resolve('@expo-google-fonts/onest/700Bold/Onest_700Bold.ttf')),
  };
  const document = new Pdf({
    size: 'A4',
    margins,
    autoFirstPage: false,
    lang: 'ru',
    info: { Title: sheet.title },
  });
  document.registerFont('regular', fonts.regular);
  document.registerFont('bold', fonts.bold);
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  document.on('end', () => resolve(Buffer.concat(chunks)));
  document.on('error', reject);
  for (const blank of sheet.blanks) drawBlank(document, sheet, blank);
  document.end();
  return promise;
}

function drawBlank(document: PDFKit.PDFDocument, sheet: BlankSheet, blank: Blank): void {
  document.addPage();
  drawAddressee(document, sheet);
  document.moveDown(1);
  document.x = margins.left;
  document.font('bold').fontSize(13).fillColor(ink);
  document.text('Согласие на обработку персональных данных', { width, align: 'center' });
  document.fontSize(11).text(`«${blank.title}»`, { width, align: 'center' });
  document.moveDown(0.7);
  for (const field of blank.fields) drawField(document, field);
  document.moveDown(0.5);
  document.font('regular').fontSize(9.5).fillColor(ink);
  for (const paragraph of blank.body)
    document.text(paragraph, margins.left, document.y, { width, paragraphGap: 4, lineGap: 1 });
  drawSignatures(document, blank);
}

/** To whom it goes: the head of the school, at the right. */
function drawAddressee(document: PDFKit.PDFDocument, { schoolName, locality, principal }: BlankSheet): void {
  const left = margins.left + width * 0.45;
  const wide = width * 0.55;
  document.font('regular').fontSize(10).fillColor(ink);
  document.text('Директору', left, margins.top, { width: wide });
  document.text(schoolName, left, document.y, { width: wide });
  if (locality === null) drawBlankLine(document, { left, wide, label: 'населённый пункт' });
  else document.text(locality, left, document.y, { width: wide });
  if (principal === null) drawBlankLine(document, { left, wide, label: 'фамилия, имя, отчество директора' });
  else document.text(principal, left, document.y, { width: wide });
}

function drawBlankLine(
  document: PDFKit.PDFDocument,
  { left, wide, label }: { readonly left: number; readonly wide: number; readonly label: string },
): void {
  const y = document.y + lineHeight;
  drawRule(document, { left, y, wide });
  document
    .font('regular')
    .fontSize(7)
    .fillColor(quiet)
    .text(label, left, y + 2, { width: wide });
  document.fontSize(10).fillColor(ink);
}

/** «Класс: 7 «Б»», or a line to write on: a whole one below where the label is long. */
function drawField(document: PDFKit.PDFDocument, { label, value }: BlankField): void {
  keepTogether(document, lineHeight * 2);
  // A hand needs more room than print.
  const top = document.y + (value === null ? 8 : 3);
  document.font('regular').fontSize(9.5).fillColor(quiet);
  const text = `${label}: `;
  const labelWidth = document.widthOfString(text);
  document.text(text, margins.left, top, { lineBreak: false });
  if (value !== null) {
    document.font('bold').fontSize(10).fillColor(ink);
    document.text(value, margins.left + labelWidth, top - 0.5, { width: width - labelWidth });
  } else if (labelWidth < width * 0.4) {
    drawRule(document, { left: margins.left + labelWidth, y: top + 12, wide: width - labelWidth });
    document.y = top + 14;
  } else {
    drawRule(document, { left: margins.left, y: top + 12 + lineHeight, wide: width });
    document.y = top + 14 + lineHeight;
  }
  document.x = margins.left;
}

function drawSignatures(document: PDFKit.PDFDocument, { signatures, version }: Blank): void {
  keepTogether(document, 40 * signatures.length + 30);
  for (const name of signatures) {
    const y = document.y + 30;
    for (const [at, wide, label] of [
      [0, 110, 'дата'],
      [130, 140, 'подпись'],
      [290, width - 290, name],
    ] as const) {
      drawRule(document, { left: margins.left + at, y, wide });
      document.font('regular').fontSize(7.5).fillColor(quiet);
      document.text(label, margins.left + at, y + 2, { width: wide });
    }
    document.y = y + 10;
  }
  document.font('regular').fontSize(7).fillColor(quiet);
  document.text(`Редакция текста: ${version}`, margins.left, document.y + 8, { width });
}

type Rule = { readonly left: number; readonly y: number; readonly wide: number };

function drawRule(document: PDFKit.PDFDocument, { left, y, wide }: Rule): void {
  document
    .lineWidth(0.6)
    .strokeColor(rule)
    .moveTo(left, y)
    .lineTo(left + wide, y)
    .stroke();
}

/** What belongs together does not end on the next sheet. */
function keepTogether(document: PDFKit.PDFDocument, height: number): void {
  if (document.y + height > page.height - margins.bottom) document.addPage();
}
