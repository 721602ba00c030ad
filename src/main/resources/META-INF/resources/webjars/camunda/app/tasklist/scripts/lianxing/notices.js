/*
 * Notices. Tasklist answers a refusal of $http calls with a general sentence ("Executing an action has been denied by
 * the server"); here the sentence of the server is shown. A completed task is said to be completed, and what was refused
 * on a task goes when the task does.
 */
const REFUSALS = new Set([400, 403, 404, 409, 413, 422, 429, 500, 503]);
const COMPLETION = /\/task\/[^/]+\/(submit-form|complete)$/;

let lastRefusal = null;

/* Listeners added in open() run before the ones a library sets later, so the sentence is known when the notice comes. */
function listenToRequests() {
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.addEventListener('load', () => {
      lastRefusal = REFUSALS.has(this.status) ? sentenceOf(this) : null;
      if (this.status < 300 && method.toUpperCase() === 'POST' && COMPLETION.test(String(url).split('?')[0])) {
        document.dispatchEvent(new CustomEvent('lianxing:completed'));
      }
    });
    return open.call(this, method, url, ...rest);
  };
}

function sentenceOf(request) {
  try {
    const body = request.responseType === 'json' ? request.response : JSON.parse(request.responseText);
    return body?.message ?? body?.detail ?? null;
  } catch {
    return null;
  }
}

/* Marked "http" are the general sentences. Tasklist removes notices by identity, so the object itself is changed. */
function withSentence(notice) {
  if (notice.http && lastRefusal) {
    notice.message = lastRefusal;
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
  clearWithTask(notifications, scope);
}

function clearWithTask(notifications, scope) {
  const taskOf = () => new URLSearchParams(location.hash.split('?')[1] ?? '').get('task');
  let task = taskOf();
  scope.$on('$locationChangeSuccess', () => {
    const next = taskOf();
    if (next && next !== task) {
      notifications.clearAll();
    }
    task = next;
  });
}

function whenStarted(then) {
  const injector = window.angular?.element(document.body).injector();
  if (injector) {
    then(injector);
  } else {
    requestAnimationFrame(() => whenStarted(then));
  }
}

listenToRequests();
whenStarted(takeOver);
