/*
 * form-js (the viewer of Camunda Forms in Tasklist 7.24) has its own English and takes date patterns from the browser.
 * Dates are written year-month-day in both languages. In Chinese every built-in text is replaced, in English only the
 * sentence that shows a regular expression. What is a label of the form itself comes translated from the server.
 */
import config from '../config.js';

const chinese = config.lianxing.language === 'zh';

const CHINESE = new Map([
  ['Field is required.', '此项必填。'],
  ['Field must be a valid email.', '请输入有效的电子邮箱。'],
  [
    'Field must be a valid  international phone number. (e.g. +4930664040900)',
    '请输入带国家代码的电话号码，例如 +8675512345678。',
  ],
  ['Value is not a number.', '请输入数字。'],
  ['Value is expected to be an integer.', '请输入整数。'],
  ['Date and time must both be entered.', '日期和时间都要填写。'],
  ['Select', '请选择'],
  ['Search', '搜索'],
  ['No results', '没有结果'],
  ['All values selected', '已全部选择'],
  ['Skip to search', '跳到搜索框'],
  ['Remove tag', '移除标签'],
  ['Increment', '增加'],
  ['Decrement', '减少'],
  ['Nothing to show.', '没有数据。'],
  ['Previous page', '上一页'],
  ['Next page', '下一页'],
  ['Add new', '添加'],
  ['Collapse', '收起'],
  ['Click to remove sorting', '点击取消排序'],
  ['yyyy-mm-dd', '年-月-日'],
  ['hh:mm', '时:分'],
  ['hh:mm ?m', '时:分'],
  [' of ', ' / '],
]);

const CHINESE_PATTERNS = [
  [/^Field must match pattern .*$/s, () => '格式不符合要求，请按字段说明填写。'],
  [/^Field must have minimum value of (.+)\.$/, (m) => `不能小于 ${m[1]}。`],
  [/^Field must have maximum value of (.+)\.$/, (m) => `不能大于 ${m[1]}。`],
  [/^Field must have minimum length of (.+)\.$/, (m) => `至少 ${m[1]} 个字符。`],
  [/^Field must have maximum length of (.+)\.$/, (m) => `最多 ${m[1]} 个字符。`],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, (m) => `最多 ${m[1]} 位小数。`],
  [
    /^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/,
    (m) => `请输入有效的值，最接近的是 ${m[1]} 和 ${m[2]}。`,
  ],
  [/^Click to sort by (.+) descending$/, (m) => `点击按“${m[1]}”降序排列`],
  [/^Click to sort by (.+) ascending$/, (m) => `点击按“${m[1]}”升序排列`],
  [/^Expand all \((\d+)\)$/, (m) => `全部展开（${m[1]}）`],
  [/^Remove list item (\d+)$/, (m) => `移除第 ${m[1]} 项`],
];

const ENGLISH_PATTERNS = [
  [/^Field must match pattern .*$/s, () => 'The format is not accepted: see the description of the field.'],
];

const exact = chinese ? CHINESE : new Map();
const patterns = chinese ? CHINESE_PATTERNS : ENGLISH_PATTERNS;
const ATTRIBUTES = ['placeholder', 'title', 'aria-label'];

function translate(text) {
  const known = exact.get(text);
  if (known) {
    return known;
  }
  for (const [pattern, replacement] of patterns) {
    const match = pattern.exec(text);
    if (match) {
      return replacement(match);
    }
  }
  return text;
}

/* Only texts of the viewer: what a person has typed or a form says stays as it is. */
const BUILT_IN = [
  '.fjs-form-field-error',
  '.fjs-select-placeholder',
  '.fjs-input-group',
  '.fjs-dropdownlist-empty',
  '.fjs-taglist-skip-link',
  '.fjs-table-nav',
  '.fjs-table-empty',
  '.fjs-table-body',
  '.fjs-repeat-render-footer',
].join(',');

/* Placeholders show beside values in the same group: a chosen option must not be taken for one. */
const VALUES = '.fjs-dropdownlist-item,.fjs-taglist-tag-label,.fjs-select-display:not(.fjs-select-placeholder)';

function translateText(node) {
  const parent = node.parentElement;
  if (!parent || !parent.closest(BUILT_IN) || parent.closest(VALUES)) {
    return;
  }
  const translated = translate(node.data);
  if (translated !== node.data) {
    node.data = translated;
  }
}

function translateAttributes(element) {
  for (const name of ATTRIBUTES) {
    const text = element.getAttribute(name);
    const translated = text && translate(text);
    if (translated && translated !== text) {
      element.setAttribute(name, translated);
    }
  }
}

function translateTree(root) {
  if (root.nodeType === Node.TEXT_NODE) {
    translateText(root);
    return;
  }
  if (!(root instanceof Element)) {
    return;
  }
  translateAttributes(root);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    if (walker.currentNode.nodeType === Node.TEXT_NODE) {
      translateText(walker.currentNode);
    } else {
      translateAttributes(walker.currentNode);
    }
  }
}

function insideForm(node) {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('.fjs-container') ?? element?.querySelector?.('.fjs-container');
}

let calendarSpeaks = !chinese;

function teachCalendar() {
  if (calendarSpeaks || !window.flatpickr) {
    return;
  }
  window.flatpickr.localize({
    weekdays: {
      shorthand: ['日', '一', '二', '三', '四', '五', '六'],
      longhand: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
    },
    months: {
      shorthand: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
      longhand: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
    },
    firstDayOfWeek: 1,
    rangeSeparator: ' 至 ',
    weekAbbreviation: '周',
    scrollTitle: '滚动切换',
    toggleTitle: '点击切换',
    yearAriaLabel: '年',
    monthAriaLabel: '月',
    hourAriaLabel: '时',
    minuteAriaLabel: '分',
    time_24hr: true,
  });
  window.flatpickr.setDefaults({ ariaDateFormat: 'Y年n月j日' });
  calendarSpeaks = true;
}

/* form-js asks for the locale "default" to learn the order of day, month and year. en-CA is year-month-day. */
function writeDatesYearFirst() {
  const original = Intl.DateTimeFormat;
  const yearFirst = (locales) => (locales === 'default' ? 'en-CA' : locales);
  Intl.DateTimeFormat = new Proxy(original, {
    construct: (target, [locales, ...rest]) => new target(yearFirst(locales), ...rest),
    apply: (target, self, [locales, ...rest]) => target(yearFirst(locales), ...rest),
  });
}

writeDatesYearFirst();
teachCalendar();
new MutationObserver((records) => {
  teachCalendar();
  for (const record of records) {
    if (!insideForm(record.target)) {
      continue;
    }
    if (record.type === 'characterData') {
      translateText(record.target);
    } else if (record.type === 'attributes') {
      translateAttributes(record.target);
    } else {
      record.addedNodes.forEach(translateTree);
    }
  }
}).observe(document.body, {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  attributeFilter: ATTRIBUTES,
});
