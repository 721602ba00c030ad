// Files of a task: dropped or chosen, with a kind, uploaded with progress; versions are the server's.
import { element } from './dom.js';
import { getJson, upload } from './http.js';
import { text } from './texts.js';

const MAX_BYTES = 20 * 1024 * 1024;

export class Files {
  constructor(root) {
    this.root = root;
    this.url = root.dataset.url;
    this.list = root.querySelector('[data-files-list]');
    this.required = root.querySelector('[data-files-required]');
    this.queue = root.querySelector('[data-files-queue]');
    this.zone = root.querySelector('[data-files-zone]');
    this.kind = root.querySelector('select[name="kind"]');
    this.input = root.querySelector('input[type="file"]');
    this.waiting = [];
  }

  start() {
    this.refresh();
    if (!this.zone) {
      return;
    }
    this.input.addEventListener('change', () => {
      this.add([...this.input.files]);
      this.input.value = '';
    });
    this.kind.addEventListener('change', () => this.sendWaiting());
    const mark = (over) => this.zone.classList.toggle('over', over);
    this.zone.addEventListener('dragover', (event) => {
      event.preventDefault();
      mark(true);
    });
    this.zone.addEventListener('dragleave', () => mark(false));
    this.zone.addEventListener('drop', (event) => {
      event.preventDefault();
      mark(false);
      this.add([...event.dataTransfer.files]);
    });
    // A file dropped beside the zone must not replace the page.
    for (const name of ['dragover', 'drop']) {
      document.addEventListener(name, (event) => event.preventDefault());
    }
  }

  async refresh() {
    try {
      this.show(await getJson(this.url));
    } catch (error) {
      this.list.replaceChildren(this.line(error.message, 'wrong'));
    }
  }

  show({ items, required }) {
    this.required?.replaceChildren(
      ...required.map(({ label, present }) =>
        element(
          'li',
          { className: present ? 'present' : 'missing' },
          `${present ? '✓' : '○'} ${label} `,
          element('span', { className: 'quiet', textContent: text(present ? 'files.present' : 'files.missing') }),
        ),
      ),
    );
    const missing = required.filter((kind) => !kind.present);
    if (this.kind && !this.kind.value && missing.length === 1) {
      this.kind.value = missing[0].kind;
    }
    const rows = items.map((item) => this.row(item));
    this.list.replaceChildren(...(rows.length > 0 ? rows : [this.line(text('files.none'), 'empty')]));
  }

  line(message, className) {
    return element('tr', { className }, element('td', { colSpan: 6, textContent: message }));
  }

  row(item) {
    const href = `${this.root.dataset.download}/${encodeURIComponent(item.id)}`;
    return element(
      'tr',
      {},
      element('td', {}, element('a', { href, download: '', textContent: item.name })),
      element('td', { textContent: item.kindLabel }),
      element('td', { className: 'number', textContent: String(item.version) }),
      element('td', { className: 'number', textContent: sizeOf(item.size) }),
      element('td', { textContent: `${item.uploadedByName}, ${moment(item.uploadedAt, this.root.dataset.zone)}` }),
      element('td', {}, element('code', { textContent: item.sha256.slice(0, 12), title: item.sha256 })),
    );
  }

  add(files) {
    this.waiting.push(...files);
    if (!this.kind.value) {
      this.note(text('files.chooseKind', files.map((file) => file.name).join(', ')), 'warning');
      this.kind.focus();
      return;
    }
    this.sendWaiting();
  }

  sendWaiting() {
    if (!this.kind.value) {
      return;
    }
    this.queue.replaceChildren();
    const sent = this.waiting.splice(0).map((file) => this.send(file, this.kind.value));
    Promise.allSettled(sent).then(() => {
      if (sent.length) {
        this.refresh();
        this.root.dispatchEvent(new CustomEvent('files:changed', { bubbles: true }));
      }
    });
  }

  async send(file, kind) {
    if (file.size > MAX_BYTES) {
      this.note(text('files.tooLarge', file.name, sizeOf(file.size), sizeOf(MAX_BYTES)), 'error');
      return;
    }
    const bar = element('progress', { max: 1, value: 0, attrs: { 'aria-label': file.name } });
    const line = element('li', {}, `${file.name} `, bar);
    this.queue.append(line);
    const form = new FormData();
    form.append('file', file);
    form.append('kind', kind);
    try {
      await upload(this.url, form, (part) => (bar.value = part));
      line.textContent = text('files.done', file.name);
      line.className = 'message success';
    } catch (refusal) {
      line.textContent = `${file.name}: ${refusal.message}`;
      line.className = 'message error';
    }
  }

  note(message, kind) {
    this.queue.append(element('li', { className: `message ${kind}`, textContent: message }));
  }
}

export function sizeOf(bytes) {
  if (bytes < 1024) {
    return `${bytes} B`;
  }
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** An instant as year-month-day and time in the reader's zone, which it names. */
function moment(iso, zone) {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(new Date(iso));
  return `${parts.replace(',', '')} (${zone})`;
}
