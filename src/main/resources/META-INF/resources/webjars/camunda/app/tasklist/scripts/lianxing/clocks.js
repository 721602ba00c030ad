/*
 * The due date of the open task on both clocks, beside Tasklist's "in 3 days". The server writes it into the task; the
 * style sheet shows it, so that nothing is lost when Tasklist draws the line anew.
 */
import { selectedTask } from './happenings.js';

const style = document.documentElement.style;

function show(clocks) {
  style.setProperty('--lx-due', JSON.stringify(clocks ? ` ${clocks}` : ''));
}

document.addEventListener('lianxing:selected', () => show(null));
document.addEventListener('lianxing:loaded', ({ detail }) => {
  if (detail?.id === selectedTask()) {
    show(detail.dueClocks);
  }
});
