// Appended to a copy of the report by scripts/test-report, with the tables beside it as text. What is
// wrong goes to the list at the end of the page and, when the page stands in another, to that one.
'use strict';
const keysOf = {
  'varianten.csv': ['variant', 'jaar', 'wat'],
  'soorten.csv': ['variant', 'jaar', 'soort'],
  'spreiding.csv': ['variant', 'jaar', 'wat'],
  'volgorde.csv': ['variant'],
  'bijdragen.csv': ['variant', 'jaar', 'gemeente'],
  'risico.csv': ['variant', 'jaar', 'wat'],
  'kostprijs.csv': ['variant', 'jaar', 'methode', 'product'],
  'partners.csv': ['variant', 'jaar', 'wie'],
  'aansluiting.csv': ['jaar'],
  'aannames.csv': ['getal'],
  'begroting.csv': ['variant', 'jaar', 'regel'],
};
const wrong = [];
const complain = (what) => wrong.push('FOUT ' + what);

function rowsOf(csv) {
  const rows = [[]];
  const field = /("(?:[^"]|"")*"|[^,\n]*)(,|\n|$)/y;
  while (field.lastIndex < csv.length) {
    const [, raw, end] = field.exec(csv);
    rows[rows.length - 1].push(raw.startsWith('"') ? raw.slice(1, -1).replace(/""/g, '"') : raw);
    if (end === '\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 1 || row[0]);
}

// Every number of every table by its name.
function figuresOf(tables) {
  const figures = new Map();
  for (const [name, csv] of Object.entries(tables)) {
    const keys = keysOf[name];
    const [header, ...rows] = rowsOf(csv);
    for (const row of rows) {
      const path = keys.map((key) => row[header.indexOf(key)]).join('/');
      header.forEach((column, i) => {
        if (!keys.includes(column)) figures.set(`${name}/${path}/${column}`, row[i]);
      });
    }
  }
  return figures;
}

// What is shown, as a number, and how far rounding may have moved it.
function shownNumber(text, english) {
  let plain = text.replace(/[€\u00a0\s]/g, '');
  const percentage = plain.endsWith('%');
  plain = plain.replace('%', '').replace(english ? /,/g : /\./g, '');
  if (!english) plain = plain.replace(',', '.');
  const decimals = (plain.split('.')[1] || '').length + (percentage ? 2 : 0);
  return [Number(plain) / (percentage ? 100 : 1), 0.5000001 * 10 ** -decimals];
}

function checkFigures(tables) {
  const english = document.documentElement.lang === 'en';
  const known = figuresOf(tables);
  const used = new Set();
  for (const node of document.querySelectorAll('[data-maat]')) {
    const name = node.dataset.maat;
    used.add(name);
    if (!known.has(name)) complain(`${name} staat in geen tabel`);
    else if (known.get(name) !== node.dataset.waarde)
      complain(`${name} is ${node.dataset.waarde}, in de tabel ${known.get(name)}`);
    if (node.dataset.waarde === '') continue;
    const [shown, margin] = shownNumber(node.textContent, english);
    if (!(Math.abs(shown - Number(node.dataset.waarde)) <= margin + 1e-9 * Math.abs(shown)))
      complain(`${name} toont ${node.textContent}, niet ${node.dataset.waarde}`);
  }
  const complete = /^(volgorde|bijdragen)\.csv.*\/euro$|^varianten\.csv.*\/(lasten|baten|bijdragen)\/waarde$/;
  for (const name of known.keys())
    if (complete.test(name) && !used.has(name)) complain(`${name} ontbreekt in het rapport`);
  return used.size;
}

function checkChart(figure) {
  const where = figure.id;
  const svg = figure.querySelector('svg[role="img"]');
  if (!svg) return complain(`figuur ${where} heeft geen tekening`);
  if (!figure.querySelector('figcaption')?.textContent.trim()) complain(`${where}: geen bijschrift`);
  if (!figure.querySelector('details table')) complain(`${where}: geen tabel erachter`);
  for (const id of svg.getAttribute('aria-labelledby').split(' '))
    if (!document.getElementById(id)?.textContent.trim()) complain(`${where}: geen ${id}`);
  const box = svg.getBoundingClientRect();
  if (box.width < 100 || box.height < 60) complain(`${where} is ${box.width} bij ${box.height}`);
  if (!svg.querySelector('rect[stroke], polyline, circle')) complain(`${where} is leeg`);
  for (const text of svg.querySelectorAll('text')) {
    const r = text.getBoundingClientRect();
    if (r.left < box.left - 1 || r.right > box.right + 1 || r.top < box.top - 1 || r.bottom > box.bottom + 1)
      complain(`${where}: "${text.textContent}" valt buiten de tekening`);
  }
  for (const node of svg.querySelectorAll('[fill^="url("]')) {
    const id = node.getAttribute('fill').slice(5, -1);
    if (!svg.querySelector('#' + CSS.escape(id))) complain(`${where}: geen vulling ${id}`);
  }
}

function checkPage() {
  if (!['nl', 'en'].includes(document.documentElement.lang)) complain('geen taal');
  const ids = [...document.querySelectorAll('[id]')].map((node) => node.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) complain(`id ${id} is er twee keer`);
  let level = 0;
  for (const heading of document.querySelectorAll('h1, h2, h3, h4')) {
    const own = Number(heading.tagName[1]);
    if (own > level + 1) complain(`kop "${heading.textContent}" slaat een niveau over`);
    level = own;
  }
  for (const link of document.querySelectorAll('a')) {
    const target = link.getAttribute('href');
    if (!target.startsWith('#') || !document.getElementById(target.slice(1))) complain(`koppeling ${target}`);
  }
  if (document.querySelector('[src], link, iframe, object, embed, img')) complain('er wordt iets opgehaald');
  if (performance.getEntriesByType('resource').length > 0) complain('er is iets opgehaald');
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) complain(`breder dan het scherm: ${root.scrollWidth} > ${root.clientWidth}`);
  for (const row of document.querySelectorAll('tbody tr'))
    if (row.cells.length !== row.closest('table').querySelector('thead tr').cells.length)
      complain(`rij "${row.cells[0].textContent}" past niet onder de kop`);
}

function check() {
  const tables = {};
  for (const node of document.querySelectorAll('script[data-tabel]')) tables[node.dataset.tabel] = node.textContent;
  document.querySelectorAll('script').forEach((node) => node.remove());
  const figures = [...document.querySelectorAll('figure')];
  figures.forEach(checkChart);
  checkPage();
  const numbers = checkFigures(tables);
  if (figures.length < 5 || numbers < 200) complain(`maar ${figures.length} figuren en ${numbers} cijfers`);
  const said = [...wrong, `KLAAR ${figures.length} figuren, ${numbers} cijfers`].join('\n');
  document.body.insertAdjacentHTML('beforeend', '<pre id="uitslag"></pre>');
  document.getElementById('uitslag').textContent = said;
  parent.postMessage(said, '*');
}
check();
