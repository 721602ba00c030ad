// Every page: htmx for forms and fragments, under a content security policy without eval and inline code.
import htmx from 'htmx.org';

htmx.config.allowEval = false;
htmx.config.allowScriptTags = false;
htmx.config.includeIndicatorStyles = false;
htmx.config.selfRequestsOnly = true;

// A refused form (409, 422) answers with the same fragment, now with its messages: show it.
htmx.config.responseHandling = [
  { code: '204', swap: false },
  { code: '[23]..', swap: true },
  { code: '409', swap: true, error: false },
  { code: '422', swap: true, error: false },
  { code: '[45]..', swap: false, error: true },
];

document.addEventListener('htmx:configRequest', ({ detail }) => {
  const header = document.querySelector('meta[name="csrf-header"]')?.content;
  const token = document.querySelector('meta[name="csrf-token"]')?.content;
  if (header && token) {
    detail.headers[header] = token;
  }
});

document.addEventListener('submit', ({ target }) => {
  for (const button of target.querySelectorAll('button[type="submit"]')) {
    setTimeout(() => (button.disabled = true));
    setTimeout(() => (button.disabled = false), 3000);
  }
});
