// Every finding, with what filters and orders ask for. One that waits is read from its markup, and set when it is shown.
const OPENING =
  /^<details id="([^"]*)" class="(\w+)" data-kind="(\w+)" data-docs="([^"]*)" data-line="(\d+)"(?: data-about="([^"]*)")?(?: data-since="(\w+)")?>/;
const LINE = /<span[^>]*>([^<]*)<.*?(\d+) %<\/small>/s;
const SIGNS = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "&nbsp;": "\u00a0" };

const decode = (text) => text.replace(/&\w+;|&#x27;/g, (sign) => SIGNS[sign] ?? sign);

const read = (markup, element) => {
  const [opening, id, severity, kind, documents, line, about = "", since] = markup.match(OPENING);
  const [, message, confidence] = markup.slice(opening.length, markup.indexOf("</summary>")).match(LINE);
  return {
    id: decode(id),
    severity,
    kind,
    documents: documents.split(" "),
    line: Number(line),
    about: decode(about).toLowerCase(),
    since,
    message,
    confidence: Number(confidence),
    markup,
    element,
  };
};

const readWaiting = () => {
  const waiting = field("waiting");
  waiting?.remove();
  return waiting ? waiting.textContent.split(/(?=<details id="f-)/) : [];
};

const list = field("list");
const entries = [...(list?.children ?? [])].map((element) => read(element.outerHTML, element));
for (const markup of readWaiting()) entries.push(read(markup, null));
entries.forEach((entry, place) => (entry.place = place));

const elementOf = (entry) => {
  entry.element ??= parse(entry.markup).firstElementChild;
  return entry.element;
};

// The words of a finding: its markup without tags, those within a word leaving no gap.
const textOf = (entry) => {
  entry.text ??= decode(entry.markup.replace(/<\/?(?:b|mark)>/g, "").replace(/<[^>]*>/g, " ")).toLowerCase() + entry.id;
  return entry.text;
};
