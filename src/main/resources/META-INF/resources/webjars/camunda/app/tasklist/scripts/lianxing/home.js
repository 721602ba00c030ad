/* The way back from Tasklist to the list of projects, in the navigation bar. */
import config from '../config.js';

const base = document.querySelector('base')?.getAttribute('app-root')?.replace(/\/camunda\/?$/, '') ?? '';

export default {
  id: 'lianxing-home',
  pluginPoint: 'tasklist.navbar.action',
  priority: 400,
  render(node) {
    const link = document.createElement('a');
    link.href = `${base}/`;
    link.textContent = config.lianxing.language === 'zh' ? '项目总览' : 'Projects';
    node.append(link);
  },
};
