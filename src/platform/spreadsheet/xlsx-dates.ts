import { decodeXml } from './decode-text.ts';
import { walkXml } from './xml.ts';

/** Built-in number formats of ECMA-376 (18.8.30) that show a date. */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** Which cell styles of a workbook show dates, from its styles part. */
export function dateStyles(part: Uint8Array | undefined): (style: number) => boolean {
  const customDates = new Set<number>();
  const styles: boolean[] = [];
  let inCellFormats = false;
  if (part)
    walkXml(decodeXml(part), {
      open(name, attributes) {
        if (name === 'numFmt' && isDateFormat(attributes['formatCode'] ?? ''))
          customDates.add(Number(attributes['numFmtId']));
        if (name === 'cellXfs') inCellFormats = true;
        if (name === 'xf' && inCellFormats) {
          const format = Number(attributes['numFmtId'] ?? 0);
          styles.push(builtInDates.has(format) || customDates.has(format));
        }
      },
      close(name) {
        if (name === 'cellXfs') inCellFormats = false;
      },
    });
  return (style) => styles[style] ?? false;
}

/**
 * The date of an Excel serial number, `YYYY-MM-DD`; the time of day is dropped. Excel believes in 29 February 1900,
 * so numbers up to 60 are off by a day; nobody at a school was born then.
 */
export function serialDate(serial: number, since1904: boolean): string {
  const start = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(start + Math.floor(serial) * 86_400_000);
  return Number.isNaN(date.getTime()) ? String(serial) : date.toISOString().slice(0, 10);
}

/** `dd.mm.yyyy` and its kin: a year or a day outside quotes and brackets. */
function isDateFormat(code: string): boolean {
  return /[yдгd]/iu.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./gu, ''));
}
