// What a long page keeps as text until it is called for. It was escaped when the page was written.
const field = (name) => document.getElementById(name);

const parse = (markup) => {
  const parsed = document.createElement("template");
  parsed.innerHTML = markup;
  return parsed.content;
};

const set = (holder) => {
  const waiting = holder.querySelector(":scope > noscript");
  if (waiting) waiting.replaceWith(parse(waiting.textContent));
};

// The element with an anchor, set if it waits: among the findings, or in a part that is folded away.
const find = (anchor) => {
  const found = field(anchor);
  if (found) return found;
  const entry = entries.find(({ id }) => id === anchor);
  if (entry) return bring(entry);
  const sign = `id="${anchor}"`;
  const waiting = [...document.querySelectorAll("details > noscript")].find((part) => part.textContent.includes(sign));
  if (waiting) set(waiting.parentElement);
  return field(anchor);
};
