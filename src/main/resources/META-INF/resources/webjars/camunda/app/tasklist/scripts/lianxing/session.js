/*
 * One sign-in for dashboard, tab and Tasklist: "Log out" ends the application's session, and where Tasklist would show
 * its own login form (session over, signed out elsewhere) the application's login page comes instead.
 */
import config from '../config.js';

const base = document.querySelector('base')?.getAttribute('app-root')?.replace(/\/camunda\/?$/, '') ?? '';

function toLogin() {
  if (location.hash.startsWith('#/login')) {
    location.replace(`${base}/login`);
  }
}

function signOut({ parameter, token }) {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = `${base}/logout`;
  form.hidden = true;
  const field = document.createElement('input');
  field.name = parameter;
  field.value = token;
  form.append(field);
  document.body.append(form);
  form.submit();
}

window.addEventListener('hashchange', toLogin);
toLogin();

// Without the session's token Tasklist's own button does it: the application ends its session with that request too.
document.addEventListener(
  'click',
  (event) => {
    const { csrf } = config.lianxing;
    if (csrf && event.target instanceof Element && event.target.closest('.account .logout a')) {
      event.preventDefault();
      event.stopImmediatePropagation();
      signOut(csrf);
    }
  },
  true,
);
