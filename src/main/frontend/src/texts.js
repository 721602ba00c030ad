// Texts of the reader's language, written into the page by the server: <ul id="texts"><li data-key="…">…</li></ul>.
const texts = new Map(
  [...document.querySelectorAll('#texts [data-key]')].map((item) => [item.dataset.key, item.textContent]),
);

/** The text of a key, {0}, {1} … replaced; the key itself where the page does not hold it. */
export function text(key, ...args) {
  return (texts.get(key) ?? key).replace(/\{(\d)\}/g, (_, index) => String(args[Number(index)] ?? ''));
}
