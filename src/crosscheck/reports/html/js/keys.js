// The keyboard: j and k walk through the findings shown, Enter opens as it does everywhere, / searches, ? lists the keys.
const walk = (step) => {
  if (!list?.children.length) return;
  const here = lines().indexOf(document.activeElement?.closest("#list > details"));
  if (step > 0 && here === list.children.length - 1 && !field("more").hidden) return showMore();
  const next = here < 0 ? (step > 0 ? 0 : -1) : Math.min(Math.max(here + step, 0), list.children.length - 1);
  const line = lines().at(next).querySelector("summary");
  line.focus();
  line.scrollIntoView({ block: "nearest" });
};

const listKeys = () => field("help").showModal();

const letters = {
  j: () => walk(1),
  k: () => walk(-1),
  "/": () => field("search")?.focus(),
  "?": listKeys,
};

const writes = (element) => element.matches("input:not([type=checkbox]), textarea, select");

const watchKeys = () => {
  field("keys").hidden = false;
  field("keys").addEventListener("click", listKeys);
  field("letters").checked = recall("letters") !== "off";
  field("letters").addEventListener("change", (event) => keep("letters", event.target.checked ? "on" : "off"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && writes(document.activeElement)) document.activeElement.blur();
    if (event.ctrlKey || event.metaKey || event.altKey || !field("letters").checked) return;
    if (writes(event.target) || field("help").open || !Object.hasOwn(letters, event.key)) return;
    event.preventDefault();
    letters[event.key]();
  });
};
