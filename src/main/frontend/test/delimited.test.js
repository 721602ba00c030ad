import assert from 'node:assert/strict';
import test from 'node:test';
import { clean, decode, headingOf, parseDelimited, separatorOf, shapeError, toCsv } from '../src/delimited.js';

const columns = [
  { key: 'sku', label: 'SKU', type: 'text', required: true },
  { key: 'qty', label: '数量', type: 'integer' },
  { key: 'unitCost', label: '单价 (CNY)', type: 'money' },
  { key: 'readyOn', label: '备货日', type: 'date' },
  { key: 'prep', label: '贴标', type: 'select', options: [{ value: 'FNSKU', label: '贴 FNSKU' }] },
];

test('a spreadsheet range is rows of cells, whatever a quoted cell holds', () => {
  assert.deepEqual(parseDelimited('A-1\t12\r\n"two\nlines"\t"say ""hi"""\r\n', '\t'), [
    ['A-1', '12'],
    ['two\nlines', 'say "hi"'],
  ]);
});

test('empty lines are no rows', () => {
  assert.deepEqual(parseDelimited('a,b\n\n , \nc,d', ','), [['a', 'b'], ['c', 'd']]);
});

test('the separator is the one the first line holds most of', () => {
  assert.equal(separatorOf('SKU;qty;note, free\n'), ';');
  assert.equal(separatorOf('SKU\tqty'), '\t');
  assert.equal(separatorOf('SKU'), ',');
});

test('a file saved by Excel in China is read', () => {
  const gb18030 = new Uint8Array([0xca, 0xfd, 0xc1, 0xbf]);
  assert.equal(decode(gb18030), '数量');
  assert.equal(decode(new TextEncoder().encode('数量')), '数量');
});

test('a heading names columns by label or key, in any order', () => {
  assert.deepEqual(headingOf(columns, ['数量', 'sku *', 'colour']), ['qty', 'sku', null]);
  assert.equal(headingOf(columns, ['A-1', '500', '12.50']), null);
});

test('values are brought into the form the server takes', () => {
  assert.equal(clean(columns[1], ' 12,500 '), '12500');
  assert.equal(clean(columns[2], '¥1,234.50'), '1234.50');
  assert.equal(clean(columns[3], '2026/9/5'), '2026-09-05');
  assert.equal(clean(columns[3], '2026年10月15日'), '2026-10-15');
  assert.equal(clean(columns[4], '贴 FNSKU'), 'FNSKU');
  assert.equal(clean(columns[0], "'=cmd()"), '=cmd()');
});

test('what cannot be meant is said, and nothing is said of an empty cell', () => {
  assert.equal(shapeError(columns[1], '1.5'), 'sheet.not.integer');
  assert.equal(shapeError(columns[2], 'many'), 'sheet.not.money');
  assert.equal(shapeError(columns[3], '5.9.2026'), 'sheet.not.date');
  assert.equal(shapeError(columns[4], 'BOTH'), 'sheet.notAnOption');
  assert.equal(shapeError(columns[1], ''), null);
});

test('a download opens in Excel, runs no formula and comes back unchanged', () => {
  const row = { sku: '=1+1', qty: '-5', unitCost: '12.50', readyOn: '', prep: 'a "b", c' };
  const csv = toCsv(columns, [row]);
  assert.ok(csv.startsWith('\uFEFFSKU,数量'));
  assert.ok(csv.includes("'=1+1,-5,12.50,,\"a \"\"b\"\", c\""));
  const [heading, cells] = parseDelimited(csv.slice(1), separatorOf(csv));
  const keys = headingOf(columns, heading);
  const back = Object.fromEntries(keys.map((key, i) => [key, clean(columns.find((c) => c.key === key), cells[i])]));
  assert.deepEqual(back, row);
});
