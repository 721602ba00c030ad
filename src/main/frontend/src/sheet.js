// One sheet of a task: rows of a domain table in a real <table>, edited in place, saved as a whole.
import { headCell, showError, valueCell } from './cells.js';
import { clean, decode, headingOf, parseDelimited, separatorOf, shapeError, toCsv } from './delimited.js';
import { button, element } from './dom.js';
import { forgetDraft, keepDraft, readDraft } from './draft.js';
import { getJson, putJson } from './http.js';
import { cellOf, moveWithKeys } from './keys.js';
import { text } from './texts.js';

const isBlank = (row) => Object.values(row).every((value) => value === '');
const hasColumn = (error) => error.column !== null && error.column !== undefined;

export class Sheet {
  /** @param root element with data-sheet, data-url, data-task and data-project */
  constructor(root) {
    this.root = root;
    this.name = root.dataset.sheet;
    this.url = root.dataset.url;
    this.draftKey = `lianxing.draft.${root.dataset.task}.${this.name}`;
    this.dirty = false;
    this.saving = false;
    this.errors = [];
  }

  async load() {
    this.root.replaceChildren(element('p', { className: 'quiet', textContent: text('sheet.loading') }));
    try {
      this.take(await getJson(this.url));
      this.restoreDraft();
    } catch (error) {
      this.root.replaceChildren(
        element('p', { className: 'message error', textContent: error.message, attrs: { role: 'alert' } }),
        button(text('sheet.retry'), () => this.load()),
      );
    }
  }

  take(sheet) {
    this.sheet = sheet;
    this.rows = sheet.rows.map((row) => this.asTexts(row.values));
    this.dirty = false;
    this.errors = [];
    this.render();
  }

  asTexts(values) {
    return Object.fromEntries(this.sheet.columns.map(({ key }) => [key, String(values?.[key] ?? '')]));
  }

  restoreDraft() {
    const draft = readDraft(this.draftKey);
    if (!draft || !this.sheet.editable) {
      return;
    }
    const older = draft.version !== this.sheet.version;
    this.rows = (draft.rows ?? []).map((row) => this.asTexts(row));
    this.dirty = true;
    // Saved under the version they were typed for, so that the server refuses to overwrite what others saved since.
    this.sheet.version = draft.version;
    this.renderRows();
    this.say(text(older ? 'sheet.restoredOlder' : 'sheet.restored'), 'warning');
  }

  get writable() {
    return this.sheet.columns.filter((column) => !column.readOnly);
  }

  // ---- What is seen ----

  render() {
    const heading = element('h3', { textContent: this.sheet.title, id: `sheet-${this.name}-title` });
    this.marker = element('span', { className: 'marker', textContent: text('sheet.unsaved') });
    this.status = element('p', { hidden: true, attrs: { role: 'status', 'aria-live': 'polite' } });
    this.body = element('tbody');
    this.root.replaceChildren(
      element('div', { className: 'sheet-head' }, heading, this.marker),
      this.status,
      element(
        'div',
        { className: 'grid-scroll', attrs: { tabindex: '0', role: 'region', 'aria-labelledby': heading.id } },
        element(
          'table',
          {
            className: 'grid',
            attrs: { 'aria-labelledby': heading.id },
            on: { keydown: (event) => this.onKey(event), paste: (event) => this.onPaste(event) },
          },
          this.head(),
          this.body,
        ),
      ),
      this.sheet.editable ? this.toolbar() : element('div', { className: 'toolbar' }, this.downloadButton()),
    );
    this.renderRows();
  }

  head() {
    const actions = element(
      'th',
      { attrs: { scope: 'col' } },
      element('span', { className: 'sr-only', textContent: text('sheet.actions') }),
    );
    return element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', { textContent: '#', attrs: { scope: 'col' } }),
        ...this.sheet.columns.map(headCell),
        this.sheet.editable ? actions : null,
      ),
    );
  }

  toolbar() {
    const file = element('input', {
      type: 'file',
      accept: '.csv,.tsv,.txt,text/csv',
      hidden: true,
      on: { change: () => this.readFile(file) },
    });
    this.saveButton = button(text('sheet.save'), () => this.save(), 'button primary');
    this.discardButton = button(text('sheet.discard'), () => this.discard());
    return element(
      'div',
      { className: 'toolbar' },
      this.saveButton,
      this.discardButton,
      button(text('sheet.addRow'), () => this.addRow()),
      element('span', { className: 'spacer' }),
      button(text('sheet.upload'), () => file.click()),
      this.downloadButton(),
      file,
      element('p', { className: 'hint', textContent: text('sheet.hint') }),
    );
  }

  downloadButton() {
    return button(text('sheet.download'), () => this.download());
  }

  renderRows() {
    this.body.replaceChildren(...this.rows.map((row, index) => this.rowElement(row, index)));
    if (this.rows.length === 0) {
      const colSpan = this.sheet.columns.length + 2;
      this.body.append(
        element('tr', { className: 'empty' }, element('td', { colSpan, textContent: text('sheet.empty') })),
      );
    }
    this.showState();
  }

  rowElement(row, index) {
    const cells = this.sheet.columns.map((column) =>
      valueCell({
        id: this.cellId(index, column.key),
        column,
        value: row[column.key],
        index,
        editable: this.sheet.editable,
        error: this.errorAt(index, column.key),
        on: {
          input: ({ target }) => this.onInput(target, row, column),
          change: ({ target }) => this.onChange(target, row, column),
        },
      }),
    );
    const number = element('th', { textContent: String(index + 1), attrs: { scope: 'row' } });
    return element('tr', {}, number, ...cells, this.sheet.editable ? this.removeCell(index) : null);
  }

  removeCell(index) {
    const label = text('sheet.removeRow', index + 1);
    const remove = button('✕', () => this.removeRow(index), 'icon');
    remove.title = label;
    remove.setAttribute('aria-label', label);
    return element('td', { className: 'row-action' }, remove);
  }

  cellId(index, key) {
    return `sheet-${this.name}-${index}-${key}`;
  }

  errorAt(index, key) {
    return this.errors
      .filter((error) => error.row === index && error.column === key)
      .map((error) => error.message)
      .join(' ');
  }

  say(message, kind) {
    this.status.hidden = !message;
    this.status.className = `message ${kind}`;
    this.status.textContent = message;
  }

  showState() {
    this.marker.hidden = !this.dirty;
    this.root.classList.toggle('dirty', this.dirty);
    if (this.sheet.editable) {
      this.saveButton.disabled = !this.dirty || this.saving;
      this.discardButton.disabled = !this.dirty || this.saving;
    }
  }

  focusCell(row, column) {
    this.body.querySelector(`[data-row="${row}"][data-column="${CSS.escape(column)}"]`)?.focus();
  }

  // ---- What is done ----

  touch() {
    if (!this.dirty) {
      this.say('', '');
    }
    this.dirty = true;
    keepDraft(this.draftKey, { version: this.sheet.version, rows: this.rows });
    this.showState();
  }

  onInput(field, row, column) {
    row[column.key] = field.value;
    this.touch();
  }

  /* The field stays in place: it may have the focus, or be about to give it away. */
  onChange(field, row, column) {
    const index = Number(field.dataset.row);
    row[column.key] = clean(column, field.value);
    field.value = row[column.key];
    this.checkShape(index, column);
    showError(field.closest('td'), this.cellId(index, column.key), this.errorAt(index, column.key));
    this.touch();
  }

  checkShape(index, column) {
    this.errors = this.errors.filter((error) => error.row !== index || error.column !== column.key);
    const wrong = shapeError(column, this.rows[index][column.key]);
    if (wrong) {
      this.errors.push({ row: index, column: column.key, message: text(wrong) });
    }
  }

  addRow() {
    this.rows.push(this.asTexts({}));
    this.touch();
    this.renderRows();
    this.body.lastElementChild.querySelector('input, select')?.focus();
  }

  removeRow(index) {
    this.rows.splice(index, 1);
    this.errors = this.errors
      .filter((error) => error.row !== index)
      .map((error) => (error.row > index ? { ...error, row: error.row - 1 } : error));
    this.touch();
    this.renderRows();
    const next = this.body.children[Math.min(index, this.rows.length - 1)];
    (next?.querySelector('input, select') ?? this.saveButton).focus();
  }

  onKey(event) {
    if (!this.sheet.editable) {
      return;
    }
    if (event.key === 's' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.save();
    } else if (moveWithKeys(event) === 'beyond') {
      this.addRow();
    }
  }

  onPaste(event) {
    const start = cellOf(event.target);
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    if (!start || !/[\t\n]/.test(pasted.trim())) {
      return;
    }
    event.preventDefault();
    const cells = parseDelimited(pasted, '\t');
    const heading = headingOf(this.sheet.columns, cells[0] ?? []);
    const from = this.writable.findIndex((column) => column.key === start.column);
    const keys = heading ?? this.writable.slice(from).map((column) => column.key);
    this.fill(heading ? cells.slice(1) : cells, keys, start.row);
    this.focusCell(start.row, start.column);
  }

  /** Writes cells into rows from `at` on, adding rows as needed. */
  fill(cells, keys, at) {
    const columns = keys.map((key) => this.writable.find((column) => column.key === key));
    cells.forEach((values, offset) => {
      const index = at + offset;
      this.rows[index] ??= this.asTexts({});
      values.slice(0, columns.length).forEach((raw, position) => {
        const column = columns[position];
        if (column) {
          this.rows[index][column.key] = clean(column, raw);
          this.checkShape(index, column);
        }
      });
    });
    this.touch();
    this.renderRows();
    this.say(text('sheet.filled', cells.length), 'info');
  }

  /** Replaces all rows by those of a CSV file; nothing is saved yet. */
  async readFile(input) {
    const [file] = input.files;
    if (!file) {
      return;
    }
    const content = decode(await file.arrayBuffer()).replace(/^\uFEFF/, '');
    input.value = '';
    const cells = parseDelimited(content, separatorOf(content));
    const heading = headingOf(this.sheet.columns, cells[0] ?? []);
    if (!heading && cells[0]?.length !== this.writable.length) {
      this.say(text('sheet.noHeading', this.writable.map((column) => column.label).join(', ')), 'error');
      return;
    }
    this.rows = [];
    this.errors = [];
    this.fill(heading ? cells.slice(1) : cells, heading ?? this.writable.map((column) => column.key), 0);
  }

  download() {
    const blob = new Blob([toCsv(this.sheet.columns, this.rows)], { type: 'text/csv;charset=utf-8' });
    const href = URL.createObjectURL(blob);
    element('a', { href, download: `${this.root.dataset.project}-${this.name}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(href), 1000);
  }

  discard() {
    forgetDraft(this.draftKey);
    this.load();
  }

  async save() {
    document.activeElement?.blur?.();
    if (!this.dirty || this.saving) {
      return;
    }
    this.saving = true;
    this.showState();
    this.rows = this.rows.filter((row) => !isBlank(row));
    try {
      const rows = this.rows.map((row) => this.sent(row));
      const saved = await putJson(this.url, { version: this.sheet.version, rows });
      forgetDraft(this.draftKey);
      this.take(saved);
      this.say(text('sheet.saved', saved.rows.length), 'success');
      this.root.dispatchEvent(new CustomEvent('sheet:saved', { bubbles: true }));
    } catch (refusal) {
      this.refused(refusal);
    } finally {
      this.saving = false;
      this.showState();
    }
  }

  sent(row) {
    const filled = this.writable.filter(({ key }) => row[key] !== '');
    return { values: Object.fromEntries(filled.map(({ key }) => [key, row[key]])) };
  }

  refused(refusal) {
    const errors = refusal.errors ?? [];
    this.errors = errors.filter(hasColumn);
    this.renderRows();
    const general = errors
      .filter((error) => !hasColumn(error))
      .map(({ row, message }) => (Number.isInteger(row) ? text('sheet.rowError', row + 1, message) : message));
    this.say([refusal.message, ...general].join('\n'), 'error');
    if (refusal.status === 409) {
      this.status.append(' ', button(text('sheet.takeTheirs'), () => this.discard()));
    }
    if (this.errors.length > 0) {
      this.focusCell(this.errors[0].row, this.errors[0].column);
    }
  }
}
