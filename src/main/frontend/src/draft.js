// Rows typed but not saved, kept for this browser window: changing to another tab of Tasklist removes our page.

export function keepDraft(key, draft) {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Full or forbidden: the rows stay on the page only.
  }
}

export function readDraft(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

export function forgetDraft(key) {
  sessionStorage.removeItem(key);
}
