// Moving in a grid: Enter and the arrows go down and up; Tab goes right by itself; Left and Right at the end of a text.

export function cellOf(target) {
  const { row, column } = target?.dataset ?? {};
  return row === undefined || column === undefined ? null : { row: Number(row), column };
}

/** Moves the focus; answers 'beyond' when Enter is pressed in the last row. */
export function moveWithKeys(event) {
  const here = cellOf(event.target);
  if (!here || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) {
    return null;
  }
  const isSelect = event.target instanceof HTMLSelectElement;
  switch (event.key) {
    case 'Enter':
      event.preventDefault();
      return step(event.target, here, event.shiftKey ? -1 : 1) || event.shiftKey ? null : 'beyond';
    case 'ArrowDown':
    case 'ArrowUp':
      if (!isSelect) {
        event.preventDefault();
        step(event.target, here, event.key === 'ArrowDown' ? 1 : -1);
      }
      return null;
    case 'ArrowLeft':
    case 'ArrowRight':
      if (isSelect || atEdge(event.target, event.key === 'ArrowRight')) {
        event.preventDefault();
        sideways(event.target, event.key === 'ArrowRight' ? 1 : -1);
      }
      return null;
    default:
      return null;
  }
}

function step(target, { row, column }, by) {
  const next = target.closest('tbody').querySelector(`[data-row="${row + by}"][data-column="${CSS.escape(column)}"]`);
  focus(next);
  return next !== null;
}

function sideways(target, by) {
  const inputs = [...target.closest('tr').querySelectorAll('[data-column]')];
  focus(inputs[inputs.indexOf(target) + by]);
}

function atEdge(input, right) {
  const { selectionStart, selectionEnd, value } = input;
  return selectionStart === selectionEnd && selectionStart === (right ? value.length : 0);
}

function focus(input) {
  input?.focus();
  input?.select?.();
}
