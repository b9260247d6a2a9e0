'use strict';
const map = document.getElementById('map');
const svg = document.getElementById('lines');
const lines = [...document.querySelectorAll('.line')].map(line => ({
  from: document.getElementById(line.dataset.from),
  to: document.getElementById(line.dataset.to),
  path: svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'path')),
  isUse: line.classList.contains('use'),
}));
for (const {path, isUse} of lines) {
  path.classList.toggle('use', isUse);
}

function draw() {
  const origin = map.getBoundingClientRect();
  for (const {from, to, path} of lines) {
    const shown = from.offsetParent && to.offsetParent;
    if (!shown) {
      path.removeAttribute('d');
      continue;
    }
    const title = from.querySelector('h2');
    const a = (title || from).getBoundingClientRect();
    const b = to.getBoundingClientRect();
    const x1 = (title ? a.right + 4 : a.left + a.width / 2) - origin.left;
    const y1 = a.top + a.height / 2 - origin.top;
    const x2 = b.left + b.width / 2 - origin.left;
    const y2 = b.top + b.height / 2 - origin.top;
    const bend = Math.abs(x2 - x1) / 2 + 12;
    path.setAttribute('d', `M${x1} ${y1} C${x1 + Math.sign(x2 - x1 || 1) * bend} ${y1} ${x2 - Math.sign(x2 - x1 || 1) * bend} ${y2} ${x2} ${y2}`);
  }
}

function mark(table) {
  for (const {from, to, path} of lines) {
    const on = table !== null && (from === table || to === table);
    path.classList.toggle('on', on);
    if (table !== null && on) {
      const other = from === table ? to : from;
      if (other.classList.contains('table')) {
        other.classList.add('on');
      }
    }
  }
  if (table === null) {
    document.querySelectorAll('.table.on').forEach(other => other.classList.remove('on'));
  }
}

const details = new Map([...document.querySelectorAll('dialog')].map(dialog => [dialog.dataset.table, dialog]));
for (const table of document.querySelectorAll('.table')) {
  table.addEventListener('click', () => details.get(table.id).showModal());
  for (const event of ['mouseenter', 'focus']) {
    table.addEventListener(event, () => mark(table));
  }
  for (const event of ['mouseleave', 'blur']) {
    table.addEventListener(event, () => mark(null));
  }
}
for (const dialog of details.values()) {
  dialog.addEventListener('click', event => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
}

const find = document.getElementById('find');
find.addEventListener('input', () => {
  const wanted = find.value.trim().toLowerCase();
  for (const area of document.querySelectorAll('.area')) {
    const ofArea = area.querySelector('h2').textContent.toLowerCase().includes(wanted);
    let any = false;
    for (const table of area.querySelectorAll('.table')) {
      const shown = ofArea || details.get(table.id).textContent.toLowerCase().includes(wanted);
      table.parentElement.hidden = !shown;
      any = any || shown;
    }
    area.hidden = !any;
  }
  draw();
});
addEventListener('resize', draw);
addEventListener('load', draw);
draw();
