/*
 * The project tab of a task: the page /tab/tasks/{taskId} of this application, in an iframe.
 *
 * Why an iframe and not fetched HTML put into the node: Tasklist's style sheet (Bootstrap 3) would restyle every table
 * and input of ours; Tasklist redraws its nodes every ten seconds; and its content security policy would be ours too.
 * Its policy has default-src 'self', so a frame of the same origin is allowed, while the page itself must answer with
 * X-Frame-Options: SAMEORIGIN (or frame-ancestors 'self'). The policy's sandbox has no allow-modals and no
 * allow-top-navigation: inside the tab there is no confirm(), and links open in a new window.
 *
 * Rows that were typed but not saved are kept by the tab in sessionStorage under lianxing.draft.{taskId}.{sheet},
 * which frame and Tasklist share. Completing a task that has such rows is stopped here, once, with a notice.
 */
import config from '../config.js';
import { selectedTask } from './happenings.js';

const TEXTS = {
  zh: {
    tab: '项目',
    frame: '项目、数据表、文件与说明',
    unsaved: '有未保存的行',
    unsavedHint: '“项目”页签中有已填写但未保存的行。请先保存或放弃这些行，再提交任务。',
  },
  en: {
    tab: 'Project',
    frame: 'Project, sheets, files and help',
    unsaved: 'Rows are not saved',
    unsavedHint: 'The Project tab holds rows that were typed but not saved. Save or discard them, then complete the task.',
  },
};

const texts = TEXTS[config.lianxing.language];
const base = document.querySelector('base')?.getAttribute('app-root')?.replace(/\/camunda\/?$/, '') ?? '';

/** Any Tasklist state that has a draft of this task. */
export function hasUnsavedRows(taskId) {
  return Object.keys(sessionStorage).some((key) => key.startsWith(`lianxing.draft.${taskId}.`));
}

const TIME_TO_RENDER = 100;

function fitHeight(frame) {
  const room = window.innerHeight - frame.getBoundingClientRect().top - 12;
  frame.style.height = `${Math.max(room, 320)}px`;
}

const projectTab = {
  id: 'lianxing-project-tab',
  pluginPoint: 'tasklist.task.detail',
  priority: 10000,
  properties: { label: texts.tab },

  render(node, { taskId }) {
    const frame = document.createElement('iframe');
    frame.className = 'lianxing-project-tab';
    frame.title = texts.frame;
    show(frame, taskId);
    node.append(frame);
    requestAnimationFrame(() => fitHeight(frame));
    whileThere(frame, window, 'resize', () => fitHeight(frame));
    whileThere(frame, document, 'lianxing:assigned', () => frame.contentWindow.location.reload());
    whileThere(frame, document, 'lianxing:loaded', () => setTimeout(() => follow(frame), TIME_TO_RENDER));
  },
};

function show(frame, taskId) {
  frame.dataset.task = taskId;
  frame.src = `${base}/tab/tasks/${encodeURIComponent(taskId)}`;
}

/* After a task that somebody else has completed meanwhile, Tasklist does not render for the next one. */
function follow(frame) {
  const task = selectedTask();
  if (frame.isConnected && task && task !== frame.dataset.task) {
    show(frame, task);
  }
}

/* Tasklist may render anew before it unmounts what was there, so a frame looks after itself. */
function whileThere(frame, target, event, listener) {
  const stopping = new AbortController();
  target.addEventListener(event, () => (frame.isConnected ? listener() : stopping.abort()), { signal: stopping.signal });
}

document.addEventListener(
  'click',
  (event) => {
    const button = event.target instanceof Element && event.target.closest('button[ng-click="complete()"]');
    const taskId = selectedTask();
    if (!button || !taskId || !hasUnsavedRows(taskId)) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    document.dispatchEvent(
      new CustomEvent('lianxing:notice', { detail: { status: texts.unsaved, message: texts.unsavedHint } }),
    );
  },
  true,
);

export default projectTab;
