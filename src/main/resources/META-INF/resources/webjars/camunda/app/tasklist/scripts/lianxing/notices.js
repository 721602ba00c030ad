/*
 * Notices. Tasklist answers a refusal of $http calls with a general sentence ("Executing an action has been denied by
 * the server"); here the sentence of the server is shown. A completed task is said to be completed, and what was refused
 * on a task goes when the task does.
 */
import { answerTo, whenStarted } from './happenings.js';

const REFUSALS = new Set([400, 403, 404, 409, 413, 422, 429, 500, 503]);

let lastRefusal = null;

/* Listeners added in open() run before the ones a library sets later, so the sentence is known when the notice comes. */
function listenToRefusals() {
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (...args) {
    this.addEventListener('load', () => {
      lastRefusal = REFUSALS.has(this.status) ? sentenceOf(this) : null;
    });
    return open.apply(this, args);
  };
}

function sentenceOf(request) {
  const body = answerTo(request);
  return body?.message ?? body?.detail ?? null;
}

/* Tasklist shows a notice as HTML. A sentence is text, and may repeat what somebody typed. */
function asHtml(sentence) {
  const holder = document.createElement('span');
  holder.textContent = sentence;
  return holder.innerHTML;
}

/* Marked "http" are the general sentences. Tasklist removes notices by identity, so the object itself is changed. */
function withSentence(notice) {
  if (notice.http && lastRefusal) {
    notice.message = asHtml(lastRefusal);
  }
  return notice;
}

function takeOver(injector) {
  const notifications = injector.get('Notifications');
  const translate = injector.get('$translate');
  const scope = injector.get('$rootScope');
  const addError = notifications.addError;
  notifications.addError = function (notice) {
    return addError.call(this, withSentence(notice));
  };
  document.addEventListener('lianxing:notice', ({ detail }) => {
    scope.$evalAsync(() => notifications.addError({ ...detail, exclusive: true }));
  });
  document.addEventListener('lianxing:completed', () => {
    scope.$evalAsync(() => {
      notifications.clearAll();
      notifications.addMessage({ status: translate.instant('COMPLETE_OK'), duration: 4000 });
    });
  });
  document.addEventListener('lianxing:selected', () => scope.$evalAsync(() => notifications.clearAll()));
}

listenToRefusals();
whenStarted(takeOver);
