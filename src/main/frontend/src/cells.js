// Cells of a sheet: a text or select for each value, and the sentence of its error below it.
import { element } from './dom.js';
import { text } from './texts.js';

const NUMBERS = ['integer', 'decimal', 'money'];
const INPUT_MODES = { integer: 'numeric', decimal: 'decimal', money: 'decimal' };

const alignment = ({ type }) => (NUMBERS.includes(type) ? 'number' : '');

export function headCell(column) {
  const mark =
    column.required && !column.readOnly
      ? element('abbr', { className: 'required', textContent: '*', title: text('sheet.required') })
      : null;
  return element(
    'th',
    { attrs: { scope: 'col' }, className: alignment(column) },
    column.label,
    mark,
    column.help ? element('small', { className: 'column-help', textContent: column.help }) : null,
  );
}

/** A cell that is read only, or with an input that answers to `on`. */
export function valueCell({ id, column, value, index, editable, error, on }) {
  const cell = element('td', { className: alignment(column) });
  if (!editable || column.readOnly) {
    cell.textContent = labelOf(column, value);
    cell.classList.add('read-only');
  } else {
    cell.append(input({ column, value, index, on }));
  }
  showError(cell, id, error);
  return cell;
}

/** Puts the sentence of an error into a cell, or takes it away. */
export function showError(cell, id, error) {
  const field = cell.querySelector('input, select');
  const errorId = `${id}-error`;
  cell.classList.toggle('wrong', Boolean(error));
  cell.querySelector('.cell-error')?.remove();
  if (error) {
    cell.append(element('span', { className: 'cell-error', id: errorId, textContent: error }));
    field?.setAttribute('aria-invalid', 'true');
    field?.setAttribute('aria-describedby', errorId);
  } else {
    field?.removeAttribute('aria-invalid');
    field?.removeAttribute('aria-describedby');
  }
}

function input({ column, value, index, on }) {
  const attrs = {
    'aria-label': `${column.label} ${index + 1}`,
    'aria-required': column.required ? 'true' : null,
    'data-row': String(index),
    'data-column': column.key,
  };
  if (column.type === 'select') {
    return select(column, value, { attrs, on });
  }
  return element('input', {
    type: 'text',
    value,
    inputMode: INPUT_MODES[column.type] ?? 'text',
    placeholder: column.type === 'date' ? text('sheet.datePattern') : '',
    autocomplete: 'off',
    spellcheck: false,
    attrs,
    on,
  });
}

/* A pasted value that is no option stays visible, so that it can be corrected. */
function select(column, value, properties) {
  const options = [{ value: '', label: '' }, ...(column.options ?? [])];
  if (!options.some((option) => option.value === value)) {
    options.push({ value, label: value });
  }
  const node = element(
    'select',
    properties,
    ...options.map((option) => element('option', { value: option.value, textContent: option.label })),
  );
  node.value = value;
  return node;
}

function labelOf(column, value) {
  return column.options?.find((option) => option.value === value)?.label ?? value;
}
