/** An element: properties by name, attributes of `attrs`, listeners of `on`, then its children. */
export function element(tag, { attrs = {}, on = {}, ...properties } = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  Object.entries(attrs).forEach(([name, value]) => {
    if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? '' : value);
    }
  });
  Object.entries(on).forEach(([event, listener]) => node.addEventListener(event, listener));
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export function button(label, listener, className = 'button') {
  return element('button', { type: 'button', className, textContent: label, on: { click: listener } });
}
