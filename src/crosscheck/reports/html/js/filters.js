// Which findings are shown, and in which order; a long list in steps.
const STEP = list?.children.length; // as many as the page was written with
const words = JSON.parse(field("words").content.textContent);
const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name]);

const tests = {
  severity: (entry, value) => entry.severity === value,
  kind: (entry, value) => entry.kind === value,
  document: (entry, value) => entry.documents.includes(value),
  entity: (entry, value) => entry.about.includes(value.toLowerCase()),
  since: (entry, value) => entry.since === value,
  decided: (entry, value) => (decisions.get(entry.id)?.verdict ?? "open") === value,
};
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
const orders = {
  gravity: () => 0,
  confidence: (a, b) => b.confidence - a.confidence,
  place: (a, b) => a.documents[0] - b.documents[0] || a.line - b.line,
  name: (a, b) => collator.compare(a.message, b.message),
};

let fitting = entries;
let limit = STEP;
let linked = null; // a finding that a link led to: shown even where the list does not reach so far

const lines = () => [...list.children];

const show = () => {
  const visible = fitting.filter((entry, place) => place < limit || entry === linked);
  const wanted = visible.map(elementOf);
  if (wanted.length !== list.children.length || wanted.some((element, place) => list.children[place] !== element)) {
    list.replaceChildren(...wanted);
  }
  const rest = fitting.length - Math.min(limit, fitting.length);
  field("more").hidden = !rest;
  field("more").textContent = fill(words.more, { number: Math.min(STEP, rest) });
  const told = { shown: wanted.length, total: entries.length };
  field("shown").textContent = fitting.length ? fill(words.shown, told) : words.none;
};

const filter = () => {
  const wanted = Object.entries(tests).map(([name, test]) => [test, field(name)?.value]).filter(([, value]) => value);
  const sought = field("search").value.toLowerCase().split(/\s+/).filter(Boolean);
  const order = orders[field("sort").value];
  limit = STEP;
  fitting = entries
    .filter((entry) => wanted.every(([test, value]) => test(entry, value)))
    .filter((entry) => sought.every((word) => textOf(entry).includes(word)))
    .sort((a, b) => order(a, b) || a.place - b.place);
  show();
};

// The element of a finding, shown whatever the filters say.
const bring = (entry) => {
  linked = entry;
  if (!fitting.includes(entry)) {
    field("filters").reset();
    filter();
  }
  show();
  return elementOf(entry);
};

const showMore = () => {
  const next = Math.min(limit, list.children.length);
  limit += STEP;
  show();
  lines()[next]?.querySelector("summary").focus();
};

const watchFilters = () => {
  const form = field("filters");
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  field("more").addEventListener("click", showMore);
  field("expand").addEventListener("click", () => {
    const open = lines().some((line) => !line.open);
    for (const line of lines()) line.open = open;
    field("expand").textContent = open ? words.collapse : words.expand;
  });
  filter();
};
