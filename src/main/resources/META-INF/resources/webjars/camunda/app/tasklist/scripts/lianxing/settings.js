/*
 * Everything Tasklist is told about itself, for one person.
 *
 * person.language  'zh' or 'en'. Offering this one locale only makes it the language of the interface: Tasklist would
 *                  otherwise take the language part of the browser's first language.
 * person.zone      IANA zone of the person, or null.
 * person.csrf      {header, parameter, token} of the application's own session, or null. Needed to sign out.
 */
const SCRIPTS = ['project-tab', 'home', 'form-language', 'notices', 'clocks', 'session'];

const APP = {
  zh: { vendor: '联星出海 Lianxing', name: '任务中心' },
  en: { vendor: '联星出海 Lianxing', name: 'Tasks' },
};

const SHORTCUTS = {
  zh: {
    claimTask: '认领当前选中的任务',
    focusFilter: '跳到第一个筛选器',
    focusList: '跳到列表中的第一个任务',
    focusForm: '跳到任务表单的第一个字段',
    startProcess: '打开启动流程窗口',
  },
  en: {
    claimTask: 'claims the selected task',
    focusFilter: 'goes to the first filter',
    focusList: 'goes to the first task of the list',
    focusForm: 'goes to the first field of the task form',
    startProcess: 'opens the window that starts a process',
  },
};

const KEYS = {
  claimTask: 'ctrl+alt+c',
  focusFilter: 'ctrl+shift+f',
  focusList: 'ctrl+alt+l',
  focusForm: 'ctrl+alt+f',
  startProcess: 'ctrl+alt+p',
};

export default async function settings({ language, zone, csrf }) {
  const spoken = language === 'zh' ? 'zh' : 'en';
  kept ??= keepTranslations(spoken);
  await kept;
  document.documentElement.lang = spoken === 'zh' ? 'zh-CN' : 'en';
  return {
    app: APP[spoken],
    locales: { availableLocales: [spoken], fallbackLocale: spoken },
    // One order of year, month and day for both countries: 03/04 means two different days.
    dateFormat: {
      monthName: 'MMMM',
      day: 'DD',
      abbr: 'YYYY-MM-DD HH:mm',
      normal: 'YYYY-MM-DD HH:mm',
      long: 'YYYY-MM-DD HH:mm',
      short: 'YYYY-MM-DD',
    },
    customScripts: SCRIPTS.map((name) => `scripts/lianxing/${name}`),
    disableWelcomeMessage: true,
    shortcuts: Object.fromEntries(
      Object.entries(KEYS).map(([id, key]) => [id, { key, description: SHORTCUTS[spoken][id] }]),
    ),
    lianxing: { language: spoken, zone: zone ?? null, csrf: csrf ?? null },
  };
}

let kept;

/*
 * Tasklist starts before its texts have arrived and leaves some of them as keys ("SEARCH_PLACEHOLDER"), unless it finds
 * them where it kept them the last time; but what it kept may be of an older release of ours. So the present ones are
 * put there before it starts.
 */
async function keepTranslations(locale) {
  const folder = `${document.querySelector('base').getAttribute('app-root')}/app/tasklist/locales/`;
  try {
    const response = await fetch(`${folder}${locale}.json`, { cache: 'no-cache' });
    const texts = JSON.stringify(JSON.parse((await response.text()).replace(/^\uFEFF/, '')));
    const store = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
    const others = Object.entries(store).filter(([key]) => !key.includes('_locales_data_'));
    const key = `${folder}_locales_data_${locale}_${window.bust}`;
    localStorage.setItem('camunda-web', JSON.stringify(Object.fromEntries([...others, [key, texts]])));
  } catch {
    // Tasklist loads them itself, a little late.
  }
}
