// A page of many findings keeps little of the paragraph around each quotation. When a finding is opened, the rest is taken
// from the document below.
const REACH = 600; // characters of it on either side, at most

const paragraphOf = (link) => {
  const [source, run] = link.hash.slice(1).split("-");
  if (!run) return null;
  set(field(source));
  return field(`${source}-${run}`).closest("p");
};

const textWithoutNumbers = (paragraph) => {
  const copy = paragraph.cloneNode(true);
  for (const number of copy.querySelectorAll("sup")) number.remove();
  return copy.textContent;
};

const widen = (figure) => {
  const link = figure.querySelector("figcaption a");
  const quotation = figure.querySelector("blockquote");
  const [, cutBefore, shown, cutBehind] = quotation.textContent.match(/^(… )?(.*?)( …)?$/s);
  const paragraph = (cutBefore || cutBehind) && link && paragraphOf(link);
  const around = paragraph ? textWithoutNumbers(paragraph).split(shown) : [];
  if (around.length !== 2) return; // it goes over two paragraphs, or stands twice in one
  const [before, behind] = around;
  const head = before.length > REACH ? `… ${before.slice(before.indexOf(" ", before.length - REACH) + 1)}` : before;
  const tail = behind.length > REACH ? `${behind.slice(0, behind.lastIndexOf(" ", REACH))} …` : behind;
  const { firstChild: first, lastChild: last } = quotation;
  if (cutBefore) first.data = head + first.data.slice(cutBefore.length);
  if (cutBehind) last.data = last.data.slice(0, -cutBehind.length) + tail;
};

const watchQuotations = () => {
  const widenAll = ({ target }) => {
    if (!target.open || target.dataset.whole !== undefined) return;
    target.dataset.whole = "";
    target.querySelectorAll("figure").forEach(widen);
  };
  list.addEventListener("toggle", widenAll, true);
};
