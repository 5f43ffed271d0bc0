/** A box of the page for one visual. */
export function place(kind, heading) {
  const section = element(document.body, 'section');
  section.className = kind;
  element(section, 'h3').textContent = heading;
  return section;
}

export function element(parent, name) {
  return parent.appendChild(document.createElement(name));
}

export function shape(parent, name, attributes) {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return parent.appendChild(node);
}
