import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanFileName } from './file-name.ts';
import { judgeFile } from './judge.ts';
import { fileKindNames, type RefusedBecause } from './kinds.ts';
import { aDocx, aJpeg, aPdf, aZip } from './testing-files.ts';

const kindOf = (bytes: Uint8Array, name = '') => {
  const judged = judgeFile(bytes, name);
  return 'kind' in judged ? judged.kind : judged.refused;
};
const bytesOf = (bytes: Uint8Array, name = '') => {
  const judged = judgeFile(bytes, name);
  return 'kind' in judged ? Buffer.concat(judged.parts) : null;
};
const text = (value: string) => Buffer.from(value, 'utf8');
const latin = (value: string) => Buffer.from(value, 'latin1');
const pngChunk = (name: string, body: string) => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length);
  return Buffer.concat([size, latin(name + body), Buffer.alloc(4)]);
};
const png = (...chunks: readonly Buffer[]) => Buffer.concat([latin('\x89PNG\r\n\x1a\n'), ...chunks]);
const mp3Frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)]);
const odt = (more: Readonly<Record<string, string>> = {}) =>
  aZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>', ...more });

test.each<[string, Uint8Array, string, string]>([
  ['a document', aPdf(), 'лист.pdf', 'pdf'],
  ['a photograph', aJpeg(), '', 'jpeg'],
  ['a drawing', png(pngChunk('IHDR', '0'), pngChunk('IDAT', '1'), pngChunk('IEND', '')), '', 'png'],
  ['an animation', latin('GIF89a...'), '', 'gif'],
  ['Word', aDocx(), '', 'docx'],
  ['Word with a formula of MathType', aDocx({ 'word/embeddings/oleObject1.bin': 'x' }), '', 'docx'],
  ['LibreOffice', odt(), '', 'odt'],
  ['a note', text('№ 287\r\nстр. 54'), 'задание.txt', 'txt'],
  ['a recording', Buffer.concat([mp3Frame, mp3Frame]), '', 'mp3'],
  ['a recording of a phone', latin('\0\0\0\x20ftypM4A \0\0'), '', 'm4a'],
])('%s is kept', (_what, bytes, name, kind) => {
  expect(kindOf(bytes, name)).toBe(kind);
});

test.each<[string, Uint8Array, string, RefusedBecause]>([
  ['nothing', Buffer.alloc(0), 'пусто.pdf', 'empty'],
  ['a page of the web under another name', text('<!DOCTYPE html><p>'), 'лист.pdf', 'html'],
  ['a page as text', text('текст <script>alert(1)</script>'), 'лист.txt', 'html'],
  ['a picture that runs scripts', text('<?xml version="1.0"?><svg xmlns="…">'), 'рисунок.png', 'svg'],
  ['a script', text('dir c:\\'), 'start.bat', 'script'],
  ['a script of a shell', text('#!/bin/sh'), 'readme.txt', 'script'],
  ['a program', latin('MZ\x90\0'), 'игра.pdf', 'executable'],
  ['macros', aDocx({ 'word/vbaProject.bin': 'x' }), 'лист.docx', 'macros'],
  [
    'macros under another name',
    aZip({ '[Content_Types].xml': 'application/vnd.ms-word.document.macroEnabled', 'word/document.xml': '' }),
    'лист.docx',
    'macros',
  ],
  [
    'macros declared in UTF-16',
    aZip({ '[Content_Types].xml': [...'macroEnabled'].join('\0'), 'word/document.xml': '' }),
    'лист.docx',
    'macros',
  ],
  [
    'a document whose types are too long to read',
    aZip({ '[Content_Types].xml': ' '.repeat(3_000_000), 'word/document.xml': '' }),
    'лист.docx',
    'damaged',
  ],
  ['a document with one part twice', aDocx({ 'Word/Document.xml': '' }), 'лист.docx', 'damaged'],
  ['macros of LibreOffice', odt({ 'Basic/Standard/Module1.xml': '' }), 'лист.odt', 'macros'],
  ['a document with a program in it', aDocx({ 'word/embeddings/setup.exe': 'MZ' }), '', 'executable'],
  ['an archive', aZip({ 'a.txt': 'a' }), 'лист.docx', 'archive'],
  ['a document with something behind it', Buffer.concat([aDocx(), text('<script>')]), '', 'damaged'],
  ['half a document', aPdf().subarray(0, 12), 'лист.pdf', 'damaged'],
  ['half a photograph', aJpeg().subarray(0, 30), '', 'damaged'],
  ['an old document', latin('\xd0\xcf\x11\xe0\xa1\xb1'), 'лист.doc', 'oldOffice'],
  [
    'a document with a password',
    Buffer.concat([latin('\xd0\xcf\x11\xe0'), Buffer.from('EncryptedPackage', 'utf16le')]),
    'лист.docx',
    'encrypted',
  ],
  ['a photograph of an iPhone', latin('\0\0\0\x18ftypheic'), '', 'heic'],
  ['a film', latin('\0\0\0\x18ftypisom'), '', 'video'],
  ['text of an old editor', latin('\xcf\xf0\xe8\xe2\xe5\xf2'), 'задание.txt', 'notUtf8'],
  ['something else', latin('\x01\x02\x03\x04'), 'данные.pdf', 'unknown'],
])('%s is refused', (_what, bytes, name, reason) => {
  expect(kindOf(bytes, name)).toBe(reason);
});

describe('a photograph', () => {
  test('loses where, when and by what it was taken, and keeps how it is turned', () => {
    const kept = bytesOf(aJpeg())?.toString('latin1') ?? '';
    expect(kept).not.toMatch(/GPS|adobe|СЕКРЕТ|\xd1/u);
    expect(kept).toContain('ICC_PROFILE');
    expect(kept.endsWith('\xff\xd9')).toBe(true);
    // APP1, its length, Exif, big-endian, one entry: orientation = 6, and no more.
    expect(kept).toContain('\xff\xe1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06');
    expect(kindOf(Buffer.from(kept, 'latin1'))).toBe('jpeg');
    expect(bytesOf(Buffer.from(kept, 'latin1'))?.toString('latin1')).toBe(kept);
  });

  test('that lies as it was taken gets no note at all', () => {
    expect(bytesOf(aJpeg({ orientation: 1 }))?.includes('Exif')).toBe(false);
  });

  test('of PNG and WebP loses its notes too', () => {
    const drawing = png(
      pngChunk('IHDR', '0'),
      pngChunk('tEXt', 'GPS'),
      pngChunk('eXIf', 'GPS'),
      pngChunk('IDAT', '1'),
      pngChunk('IEND', ''),
    );
    const kept = bytesOf(Buffer.concat([drawing, text('GPS')]));
    expect(kept?.includes('GPS')).toBe(false);
    expect(kept?.includes('IDAT')).toBe(true);
    const chunks = latin(
      'VP8X\x0a\0\0\0\x0c\0\0\0\0\0\0\0\0\0VP8 \x02\0\0\0abEXIF\x04\0\0\0GPS.XMP \x02\0\0\0xx',
    );
    const head = Buffer.from('RIFF\0\0\0\0WEBP');
    head.writeUInt32LE(chunks.length + 4, 4);
    const webp = bytesOf(Buffer.concat([head, chunks]));
    expect(webp?.toString('latin1')).toBe(
      'RIFF\x20\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\0\0\0\0\0\0VP8 \x02\0\0\0ab',
    );
  });
});

test('whatever comes is judged, never thrown at', () => {
  const heads = [
    aPdf(),
    aJpeg(),
    aDocx(),
    odt(),
    latin('RIFF\0\0\0\0WEBP'),
    latin('\x89PNG\r\n\x1a\n'),
    mp3Frame,
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...heads),
      fc.nat(400),
      fc.uint8Array({ maxLength: 300 }),
      (head, cut, tail) => {
        const judged = judgeFile(Buffer.concat([head.subarray(0, cut), tail]), 'имя.txt');
        expect('kind' in judged ? fileKindNames.includes(judged.kind) : judged.refused.length > 0).toBe(true);
      },
    ),
  );
});

test.each([
  ['лист.pdf', 'pdf', 'лист.pdf'],
  ['ЛИСТ.PDF', 'pdf', 'ЛИСТ.PDF'],
  ['C:\\Users\\Ира\\лист 1.pdf', 'pdf', 'лист 1.pdf'],
  ['../../etc/passwd', 'txt', 'passwd.txt'],
  ['снимок.png', 'jpeg', 'снимок.jpg'],
  ['контрольная.exe', 'pdf', 'контрольная.exe.pdf'],
  ['gnp.\u202Eexe\u0000.jpg', 'jpeg', 'gnp.exe.jpg'],
  ['  …  ', 'pdf', '….pdf'],
  ['', 'pdf', 'file.pdf'],
  ['...', 'pdf', 'file.pdf'],
  ['а:б*в?.pdf', 'pdf', 'а б в.pdf'],
] as const)('the name %j of a %s is %j', (given, kind, name) => {
  expect(cleanFileName(given, kind)).toBe(name);
});

test('a long name keeps its ending', () => {
  const name = cleanFileName(`${'я'.repeat(300)}.pdf`, 'pdf');
  expect([name.length, name.slice(-5)]).toEqual([120, 'я.pdf']);
});
