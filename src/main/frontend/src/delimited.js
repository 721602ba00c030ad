// Rows of text: what a spreadsheet puts on the clipboard (tabs) and CSV files (commas, semicolons or tabs).

/** Rows of cells. A quoted cell may hold separators, line breaks and doubled quotes. */
export function parseDelimited(content, separator) {
  const rows = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows.at(-1).push(cell);
    cell = '';
  };
  for (let i = 0; i < content.length; i++) {
    const c = content[i];
    if (quoted) {
      if (c !== '"') {
        cell += c;
      } else if (content[i + 1] === '"') {
        cell += '"';
        i++;
      } else {
        quoted = false;
      }
    } else if (c === '"' && cell === '') {
      quoted = true;
    } else if (c === separator) {
      endCell();
    } else if (c === '\n') {
      endCell();
      rows.push([]);
    } else if (c !== '\r') {
      cell += c;
    }
  }
  endCell();
  return rows.filter((row) => row.some((value) => value.trim() !== ''));
}

/** The separator of a CSV file: the one its first line holds most of. */
export function separatorOf(content) {
  const line = content.split('\n', 1)[0];
  const count = (separator) => line.split(separator).length;
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** Excel in China saves CSV in GB 18030, everyone else in UTF-8. */
export function decode(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const FORMULA = /^[=+@\t\r-]/;
const GUARDED = /^'(?=[=+@\t\r-])/;

/** CSV with a byte order mark, which Excel needs to read Chinese. Text that a spreadsheet would run is guarded. */
export function toCsv(columns, rows) {
  const quote = (value) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const guard = (column, value) => (column.type === 'text' && FORMULA.test(value) ? `'${value}` : value);
  const lines = [
    columns.map((column) => quote(column.label)),
    ...rows.map((row) => columns.map((column) => quote(guard(column, String(row[column.key] ?? ''))))),
  ];
  return `\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`;
}

const plain = (value) => value.trim().toLowerCase().replace(/\s*\*$/, '');

/** Keys of the columns a first line names by label or key; null when it is no heading. */
export function headingOf(columns, cells) {
  const namedBy = (cell) => (column) => [column.label, column.key].some((name) => plain(name) === plain(cell));
  const named = cells.map((cell) => columns.find(namedBy(cell))?.key ?? null);
  const filled = cells.filter((cell) => cell.trim() !== '').length;
  return filled > 0 && named.filter(Boolean).length >= Math.ceil(filled / 2) ? named : null;
}

/** A pasted value in the form the server takes: 1,234.50 → 1234.50, 2026/10/5 → 2026-10-05, a label → its value. */
export function clean(column, raw) {
  const value = raw.replace(GUARDED, '').trim();
  switch (column.type) {
    case 'integer':
    case 'decimal':
    case 'money':
      return value.replace(/[\s,，]/g, '').replace(/^[¥￥$]/, '');
    case 'date': {
      const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(value);
      return parts ? `${parts[1]}-${parts[2].padStart(2, '0')}-${parts[3].padStart(2, '0')}` : value;
    }
    case 'select': {
      const means = (option) => [option.value, option.label].some((name) => plain(name) === plain(value));
      return column.options?.find(means)?.value ?? value;
    }
    default:
      return value;
  }
}

const SHAPES = {
  integer: /^-?\d+$/,
  decimal: /^-?\d+(\.\d+)?$/,
  money: /^-?\d+(\.\d+)?$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
};

/** Key of the sentence that says what is wrong with the shape of a value, or null. Rules are the server's. */
export function shapeError(column, value) {
  if (value === '') {
    return null;
  }
  if (column.type === 'select') {
    return column.options?.some((option) => option.value === value) ? null : 'sheet.notAnOption';
  }
  return SHAPES[column.type]?.test(value) === false ? `sheet.not.${column.type}` : null;
}
