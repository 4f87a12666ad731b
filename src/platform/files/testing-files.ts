import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Core } from '../platform.ts';

/** A data folder of one test, made by the first file that is kept there. */
export function temporaryDataFolder(): string {
  return join(tmpdir(), `parta-test-${randomUUID()}`);
}

/** Takes the test's data folder away. */
export function removeDataFolder({ config }: Pick<Core, 'config'>): Promise<void> {
  return rm(config.dataDirectory, { recursive: true, force: true });
}

/** The smallest document that is whole; `text` makes it another one. */
export const aPdf = (text = 'Лист'): Buffer => Buffer.from(`%PDF-1.4\n% ${text}\ntrailer\n%%EOF\n`);

const segment = (marker: number, body: Uint8Array | readonly number[]) => [
  0xff,
  marker,
  (body.length + 2) >> 8,
  (body.length + 2) & 255,
  ...body,
];

/** A photograph as a phone takes it: its place, its maker and a second one behind the first. */
export function aJpeg({ orientation = 6, trailer = 'СЕКРЕТ' } = {}): Buffer {
  const tiff = [
    0x49,
    0x49,
    42,
    0,
    8,
    0,
    0,
    0,
    1,
    0,
    0x12,
    1,
    3,
    0,
    1,
    0,
    0,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  return Buffer.from([
    0xff,
    0xd8,
    ...segment(0xe0, strToU8('JFIF\0\x01\x01')),
    ...segment(0xe1, [...strToU8('Exif\0\0'), ...tiff, ...strToU8('GPS 55.75, 37.61')]),
    ...segment(0xe1, strToU8('http://ns.adobe.com/xap/1.0/\0 автор')),
    ...segment(0xe2, strToU8('ICC_PROFILE\0 sRGB')),
    ...segment(0xfe, strToU8('снято телефоном')),
    ...segment(0xc0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    0x12,
    0xff,
    0x00,
    0x34,
    0xff,
    0xd0,
    0x56,
    0xff,
    0xd9,
    ...strToU8(trailer),
  ]);
}

/** A ZIP of these parts, in this order. */
export function aZip(parts: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), {
      level: 0,
    }),
  );
}

const wordTypes =
  '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';

export const aDocx = (more: Readonly<Record<string, string>> = {}) =>
  aZip({ '[Content_Types].xml': wordTypes, 'word/document.xml': '<w:document/>', ...more });
