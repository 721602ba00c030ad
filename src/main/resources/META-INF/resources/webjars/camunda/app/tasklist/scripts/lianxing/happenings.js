/*
 * What happens in Tasklist, told as events of the document, for all scripts that live beside it:
 *
 * lianxing:completed  the task was completed
 * lianxing:assigned   the task has another assignee, or none any more
 * lianxing:selected   another task is selected
 * lianxing:loaded     what Tasklist knows of a task has come from the server; detail is that task
 */
const COMPLETION = /\/task\/[^/]+\/(submit-form|complete)$/;
const LOADED = /\/task\/[^/]+$/;
const ASSIGNMENT = /\/task\/[^/]+\/(claim|unclaim|assignee)$/;

/** The id of the task that is shown, or null. */
export function selectedTask() {
  return new URLSearchParams(location.hash.split('?')[1] ?? '').get('task');
}

/** Calls with Tasklist's injector, once there is one. */
export function whenStarted(then) {
  const injector = window.angular?.element(document.body).injector();
  if (injector) {
    then(injector);
  } else {
    requestAnimationFrame(() => whenStarted(then));
  }
}

function tell(name, detail) {
  document.dispatchEvent(new CustomEvent(`lianxing:${name}`, { detail }));
}

/** What a request was answered, or null if that is no JSON. */
export function answerTo(request) {
  try {
    return request.responseType === 'json' ? request.response : JSON.parse(request.responseText);
  } catch {
    return null;
  }
}

function tellOf(method, path, request) {
  if (method === 'GET' && LOADED.test(path)) {
    tell('loaded', answerTo(request));
  } else if (method === 'POST' && COMPLETION.test(path)) {
    tell('completed');
  } else if (method === 'POST' && ASSIGNMENT.test(path)) {
    tell('assigned');
  }
}

function tellOfRequests() {
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    this.addEventListener('load', () => {
      if (this.status < 300) {
        tellOf(method.toUpperCase(), String(url).split('?')[0], this);
      }
    });
    return open.call(this, method, url, ...rest);
  };
}

/* Tasklist changes its address without an event of the browser's. */
function tellOfSelection(injector) {
  let task = selectedTask();
  injector.get('$rootScope').$on('$locationChangeSuccess', () => {
    const next = selectedTask();
    if (next && next !== task) {
      tell('selected');
    }
    task = next;
  });
}

tellOfRequests();
whenStarted(tellOfSelection);
