/*
 * The fallback: one locale, chosen from the browser's first language.
 * The application serves this address per person instead (templates/tasklist-config.js), so that a person's
 * language does not depend on the browser.
 */
import settings from './lianxing/settings.js';

const browserSpeaksChinese = (navigator.languages?.[0] ?? navigator.language ?? '').toLowerCase().startsWith('zh');

export default await settings({
  language: browserSpeaksChinese ? 'zh' : 'en',
  zone: null,
  csrf: null,
});
