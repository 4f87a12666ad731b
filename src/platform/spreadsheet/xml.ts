import { SaxesParser } from 'saxes';
import { UnreadableFile } from './sheet.ts';

export type XmlHandlers = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
};

/**
 * Walks an XML text. Names come without their namespace prefix. A document type declaration is refused: no file of
 * the trade needs one, and entities are the classic bomb.
 *
 * @throws UnreadableFile file.brokenXml with `line` and `column`
 */
export function walkXml(text: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const broken = () =>
    new UnreadableFile('file.brokenXml', { line: parser.line, column: parser.columnIndex + 1 });
  parser.on('error', () => {
    throw broken();
  });
  parser.on('doctype', () => {
    throw broken();
  });
  const { open, text: onText, close } = handlers;
  if (open) parser.on('opentag', (tag) => open(localName(tag.name), tag.attributes));
  if (onText) {
    parser.on('text', onText);
    parser.on('cdata', onText);
  }
  if (close) parser.on('closetag', (tag) => close(localName(tag.name)));
  parser.write(text).close();
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);
