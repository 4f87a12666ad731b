// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { tableText } from './table-text.ts';

const read = (html: string) => {
  document.body.innerHTML = `<table>${html}</table>`;
  const table = document.querySelector('table');
  if (!table) throw new Error('no table');
  return tableText(table);
};

test('heads of two lines, numbers, group rows and what is not seen', () => {
  expect(
    read(`<thead><tr><th>Учитель</th><th colspan="2">Ноябрь</th></tr><tr><th></th><th>24</th><th>25</th></tr></thead>
      <tbody><tr><th colspan="3">5-е классы</th></tr>
      <tr><th><a href="/x">Ковалёва М. И.</a><span class="hidden-text">открыть</span></th><td>3,50</td><td><svg></svg>007</td></tr></tbody>
      <tfoot><tr><th>Всего</th><td>−2</td><td></td></tr></tfoot>`),
  ).toEqual({
    columns: ['Учитель', 'Ноябрь, 24', 'Ноябрь, 25'],
    rows: [
      ['5-е классы', null, null],
      ['Ковалёва М. И.', 3.5, '007'],
      ['Всего', -2, null],
    ],
  });
});

test('what stands in fields and in lines of its own', () => {
  expect(
    read(`<thead><tr><th>Начало</th><th>Кто</th></tr></thead>
    <tbody><tr><td><input value="08:30"></td><td><div>Анна</div><div>+7 900 000-00-00</div></td></tr></tbody>`)
      .rows,
  ).toEqual([['08:30', 'Анна +7 900 000-00-00']]);
});

test('the head of a journal: months over days over works, with columns that reach through all three', () => {
  const read3 = read(`<thead>
      <tr><th rowspan="3">Ученик</th><th colspan="2">Октябрь</th><th colspan="2">Ноябрь</th><th rowspan="3">Ср.</th><th rowspan="3">2 четверть</th></tr>
      <tr><th>30</th><th>31</th><th colspan="2">2</th></tr>
      <tr><th></th><th data-file-text="Контрольная работа, вес 4">К</th><th></th><th>Д</th></tr></thead>
    <tbody><tr><th data-file-text="Белова Анна"><span>1</span><span>Белова Анна</span></th><td>5</td><td><s>2</s><span>4</span></td><td>Н</td><td></td><td>4,50</td><td>5</td></tr></tbody>`);
  expect(read3.columns).toEqual([
    'Ученик',
    'Октябрь, 30',
    'Октябрь, 31, Контрольная работа, вес 4',
    'Ноябрь, 2',
    'Ноябрь, 2, Д',
    'Ср.',
    '2 четверть',
  ]);
  expect(read3.rows).toEqual([['Белова Анна', 5, '2 4', 'Н', null, 4.5, 5]]);
});
