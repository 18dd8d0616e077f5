// Decisions on findings: kept by the browser for this report, and written out as claims.yaml reads them.
const keep = (name, value) => {
  try {
    localStorage.setItem(`crosscheck ${name}`, value);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error; // a browser that keeps nothing for files
  }
};

const recall = (name) => {
  try {
    return localStorage.getItem(`crosscheck ${name}`);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return null;
  }
};

const decisions = new Map();
let others = []; // decisions on findings that this report does not have

// A JSON string is one of YAML once no character stands in it that YAML calls unprintable.
const quoted = (text) =>
  JSON.stringify(text.toWellFormed()).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

const entry = ([anchor, { verdict, reason }]) => {
  const full = verdict === "dismissed" ? fill(words.dismissed_reason, { reason }) : reason;
  const until = field("until").value ? `\n    until: ${field("until").value}` : "";
  const fingerprint = anchor.replace(/^f-/, "").replace(/-\d+$/, "");
  return `  - finding: ${quoted(fingerprint)}\n    reason: ${quoted(full)}\n    by: ${quoted(field("by").value)}${until}\n`;
};

const yaml = () => (decisions.size ? `accepted:\n${[...decisions].map(entry).join("")}` : "");

const write = () => {
  field("decisions").hidden = !decisions.size;
  field("yaml").value = yaml();
};

// A decided finding says so in its line.
const sign = (entry) => {
  const verdict = decisions.get(entry.id)?.verdict;
  if (verdict) elementOf(entry).dataset.decided = words[verdict];
  else if (entry.element) delete entry.element.dataset.decided;
};

const store = () => {
  keep("by", field("by").value);
  keep("decisions", JSON.stringify([...others, ...decisions]));
  write();
};

const decide = (finding, verdict, reason) => {
  if (verdict) decisions.set(finding.id, { verdict, reason });
  else decisions.delete(finding.id);
  sign(entries.find(({ id }) => id === finding.id));
  store();
};

// The form of a decision comes with the first opening of a finding.
const offer = (finding) => {
  const proof = finding.querySelector(":scope > div");
  if (!proof || proof.querySelector("form")) return;
  proof.append(field("decision").content.cloneNode(true));
  const form = proof.querySelector("form");
  form.querySelector("a").href = `#${finding.id}`;
  const [reason, status, undo] = ["input", "p", "button[type=button]"].map((name) => form.querySelector(name));
  const told = () => {
    const made = decisions.get(finding.id);
    status.textContent = made ? words[made.verdict] : "";
    undo.hidden = !made;
    reason.value = made?.reason ?? reason.value;
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!reason.value.trim()) {
      status.textContent = words.reason_missing;
      return;
    }
    decide(finding, event.submitter.value, reason.value.trim());
    told();
  });
  undo.addEventListener("click", () => {
    decide(finding, null);
    told();
    reason.focus();
  });
  told();
};

const isOwned = () => field("by").reportValidity();

const copy = async () => {
  if (!isOwned()) return;
  field("yaml").select();
  try {
    await navigator.clipboard.writeText(field("yaml").value);
    field("copied").textContent = words.copied;
  } catch (error) {
    if (!(error instanceof DOMException || error instanceof TypeError)) throw error;
    field("copied").textContent = words.copy_failed; // a page from a file may not write to the clipboard everywhere
  }
};

const download = () => {
  if (!isOwned()) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([field("yaml").value], { type: "application/yaml" }));
  link.download = "accepted.yaml";
  link.click();
  URL.revokeObjectURL(link.href);
};

const watchDecisions = () => {
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const kept = JSON.parse(recall("decisions") ?? "[]");
  others = kept.filter(([anchor]) => !known.has(anchor));
  for (const [anchor, made] of kept) {
    if (!known.has(anchor)) continue;
    decisions.set(anchor, made);
    sign(known.get(anchor));
  }
  field("by").value = recall("by") ?? "";
  field("decisions").addEventListener("input", store);
  field("copy").addEventListener("click", copy);
  field("download").addEventListener("click", download);
  document.addEventListener("toggle", ({ target }) => target.open && target.matches("#list > details") && offer(target), true);
  write();
};
