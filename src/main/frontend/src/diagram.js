// The diagram of a project as it is deployed, with the steps that are done and those that are open.
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import './diagram.css';

const idsOf = (list) => (list ?? '').split(/[\s,]+/).filter(Boolean);

async function show(root) {
  const holder = root.querySelector('[data-diagram-canvas]');
  // In the page the wheel scrolls the page; over the whole screen it moves the diagram.
  const viewer = new NavigatedViewer({ container: holder, zoomScroll: { enabled: false } });
  try {
    const response = await fetch(root.dataset.url, { credentials: 'same-origin' });
    if (!response.ok) {
      throw new Error(String(response.status));
    }
    await viewer.importXML(await response.text());
  } catch {
    holder.replaceChildren();
    root.querySelector('[data-diagram-failed]').hidden = false;
    return;
  }
  const canvas = viewer.get('canvas');
  const registry = viewer.get('elementRegistry');
  const mark = (ids, marker) => ids.filter((id) => registry.get(id)).forEach((id) => canvas.addMarker(id, marker));
  mark(idsOf(root.dataset.done), 'lx-done');
  mark(idsOf(root.dataset.active), 'lx-active');
  showBadges(viewer.get('overlays'), registry, root.dataset.badges);
  const whole = () => canvas.zoom('fit-viewport', 'auto');
  whole();
  showOpenSteps(canvas, idsOf(root.dataset.active).map((id) => registry.get(id)).find(Boolean));
  const zoom = (factor) => canvas.zoom(canvas.zoom() * factor);
  root.querySelector('[data-zoom="in"]')?.addEventListener('click', () => zoom(1.25));
  root.querySelector('[data-zoom="out"]')?.addEventListener('click', () => zoom(0.8));
  root.querySelector('[data-zoom="fit"]')?.addEventListener('click', whole);
  root.querySelector('[data-zoom="screen"]')?.addEventListener('click', () => toggleScreen(root));
  root.addEventListener('fullscreenchange', () => {
    viewer.get('zoomScroll').toggle(document.fullscreenElement === root);
    canvas.resized();
    whole();
  });
}

/* How much time is left, or how late it is, at each step that is not done. */
function showBadges(overlays, registry, lines) {
  for (const line of (lines ?? '').split('\n').filter(Boolean)) {
    const [id, late, text] = line.split('\t');
    if (registry.get(id)) {
      const badge = document.createElement('span');
      badge.className = late ? 'lx-badge late' : 'lx-badge';
      badge.textContent = text;
      overlays.add(id, { position: { top: -10, left: 12 }, html: badge });
    }
  }
}

function toggleScreen(root) {
  return document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen();
}

/* A long process fits only in letters too small to read: then the first open step is brought near. */
function showOpenSteps(canvas, step) {
  if (step && canvas.zoom() < 0.6) {
    canvas.zoom(0.75, { x: step.x + step.width / 2, y: step.y + step.height / 2 });
    canvas.scrollToElement(step, 160);
  }
}

document.querySelectorAll('[data-diagram]').forEach(show);
