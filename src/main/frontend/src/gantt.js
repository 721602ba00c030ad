// The schedule of a project as a chart to look at: moving a date is a step of the process, not of the chart.
import Gantt from 'frappe-gantt';
import './gantt.css';

const SVG = 'http://www.w3.org/2000/svg';

/* The page's security policy takes no style attributes: gantt.css says all that they would. */
function withoutStyles(draw) {
  const setAttribute = Element.prototype.setAttribute;
  const html = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
  Element.prototype.setAttribute = function (name, value) {
    return name === 'style' ? undefined : setAttribute.call(this, name, value);
  };
  Object.defineProperty(Element.prototype, 'innerHTML', {
    ...html,
    set(text) {
      html.set.call(this, text.replace(/ style="[^"]*"/g, ''));
    },
  });
  try {
    draw();
  } finally {
    Element.prototype.setAttribute = setAttribute;
    Object.defineProperty(Element.prototype, 'innerHTML', html);
  }
}

function task(bar) {
  const marks = [bar.state.toLowerCase(), bar.critical && 'critical', bar.late && 'late'].filter(Boolean);
  return {
    id: bar.id,
    name: (bar.critical && bar.state !== 'DONE' ? '◆ ' : '') + bar.name,
    start: bar.from,
    end: bar.to,
    progress: bar.state === 'DONE' ? 100 : 0,
    dependencies: bar.dependsOn,
    custom_class: marks.join('-'),
    lines: bar.lines,
  };
}

const place = (gantt, date) =>
  ((new Date(`${date}T00:00`) - gantt.gantt_start) / (gantt.config.step * 86400000)) * gantt.config.column_width;

function rectangle(parent, name, x, y, width, height) {
  const drawn = document.createElementNS(SVG, 'rect');
  Object.entries({ class: name, x, y, width: Math.max(width, 2), height, rx: 2 }).forEach(([key, value]) =>
    drawn.setAttribute(key, value),
  );
  parent.append(drawn);
  return drawn;
}

function titled(element, text) {
  const title = document.createElementNS(SVG, 'title');
  title.textContent = text;
  element.append(title);
}

/* What was planned lies as a thin line under each bar; today and the target stand through all of them. */
function mark(gantt, chart) {
  const day = gantt.config.column_width / gantt.config.step;
  chart.bars.forEach((bar, row) => {
    const drawn = gantt.bars[row];
    const x = place(gantt, bar.plannedFrom);
    rectangle(
      drawn.group,
      'lx-planned',
      x,
      drawn.y + drawn.height + 3,
      place(gantt, bar.plannedTo) + day - x,
      4,
    );
  });
  const top = gantt.config.header_height;
  const height = gantt.grid_height - top;
  titled(rectangle(gantt.$svg, 'lx-today', place(gantt, chart.today) + day / 2, top, 2, height), chart.todayText);
  titled(rectangle(gantt.$svg, 'lx-target', place(gantt, chart.target) + day, top, 2, height), chart.targetText);
}

/* The chart begins at what is in work now, not at what was done months ago. */
function showNow(gantt, chart) {
  const next = chart.bars.findIndex((bar) => bar.state !== 'DONE');
  const row = next < 0 ? chart.bars.length - 1 : next;
  gantt.$container.scrollTo({
    left: place(gantt, chart.bars[row].from) - gantt.$container.clientWidth / 3,
    top: (row - 3) * (gantt.options.bar_height + gantt.options.padding),
  });
}

function popup({ task: shown, set_title: title, set_subtitle: subtitle, set_details: details }) {
  title(escape(shown.name));
  subtitle('');
  details(shown.lines.map(escape).join('<br>'));
}

function escape(text) {
  const element = document.createElement('span');
  element.textContent = text;
  return element.innerHTML;
}

async function show(root) {
  const holder = root.querySelector('[data-gantt-chart]');
  try {
    const response = await fetch(root.dataset.url, { credentials: 'same-origin' });
    if (!response.ok) {
      throw new Error(String(response.status));
    }
    const chart = await response.json();
    withoutStyles(() => {
      const gantt = new Gantt(holder, chart.bars.map(task), {
        readonly: true,
        view_mode: 'Week',
        column_width: 84,
        bar_height: 16,
        padding: 20,
        container_height: 'auto',
        language: chart.language,
        infinite_padding: false,
        today_button: false,
        scroll_to: 'start',
        popup_on: 'hover',
        popup,
        holidays: {
          weekend: 'weekend',
          holiday: chart.holidays.map(({ date, name }) => ({ date, name })),
        },
      });
      mark(gantt, chart);
      requestAnimationFrame(() => showNow(gantt, chart));
    });
  } catch {
    holder.replaceChildren();
    root.querySelector('[data-gantt-failed]').hidden = false;
  }
}

document.querySelectorAll('[data-gantt]').forEach(show);
