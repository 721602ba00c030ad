import { text } from './texts.js';

/** What the server refused: its sentence, and the errors of single cells where there are any. */
export class Refusal extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? problem?.title ?? text('error.unexpected', status));
    this.status = status;
    this.errors = problem?.errors ?? [];
  }
}

export function csrf() {
  const header = document.querySelector('meta[name="csrf-header"]')?.content;
  const token = document.querySelector('meta[name="csrf-token"]')?.content;
  return header && token ? { [header]: token } : {};
}

export async function getJson(url) {
  return answer(await reach(url, { headers: { Accept: 'application/json' } }));
}

export async function putJson(url, body) {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json', ...csrf() };
  return answer(await reach(url, { method: 'PUT', headers, body: JSON.stringify(body) }));
}

/** Progress of an upload is known to XMLHttpRequest only. */
export function upload(url, form, onProgress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('Accept', 'application/json');
    Object.entries(csrf()).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) {
        onProgress(event.loaded / event.total);
      }
    });
    request.addEventListener('load', () => {
      const body = parse(request.responseText);
      if (request.status < 300) {
        resolve(body);
      } else {
        reject(new Refusal(request.status, body));
      }
    });
    request.addEventListener('error', () => reject(new Error(text('error.offline'))));
    request.send(form);
  });
}

async function reach(url, options) {
  try {
    return await fetch(url, { credentials: 'same-origin', ...options });
  } catch {
    throw new Error(text('error.offline'));
  }
}

async function answer(response) {
  const body = parse(await response.text());
  if (!response.ok || body === null) {
    throw new Refusal(response.status, body);
  }
  return body;
}

function parse(content) {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}
