import { Type } from 'typebox';
import { endpoint, longText, nullable, object, oneOf, schoolId, shortText } from '#platform/contract.ts';

const mostColumns = 150;
/** As a page shows it: a number, a text of several lines, or nothing. */
const cell = nullable(Type.Union([Type.Number(), longText(4000)]));

export const makeTableFile = endpoint({
  id: 'integrations.makeTableFile',
  method: 'POST',
  path: '/api/schools/{schoolId}/table-files',
  summary: 'A table that stands on the sender’s page as a spreadsheet; the act is recorded',
  tags: ['integrations'],
  params: object({ schoolId }),
  body: object({
    /** Of the sheet and the file: «Заполнение журналов, 23–29 ноября». */
    name: Type.Intersect([shortText(120), Type.String({ minLength: 1 })]),
    format: oneOf(['xlsx', 'csv']),
    columns: Type.Array(shortText(200), { minItems: 1, maxItems: mostColumns }),
    rows: Type.Array(Type.Array(cell, { maxItems: mostColumns }), { maxItems: 5000 }),
  }),
  reply: Type.String({ contentMediaType: 'application/octet-stream' }),
  largestBody: 4 * 1024 * 1024,
  stored: false,
});
