// Links within the page, and from outside to a finding: what they lead to is opened, shown and told.
const openAround = (target) => {
  for (let holder = target.closest("details"); holder; holder = holder.parentElement.closest("details")) {
    set(holder);
    holder.open = true;
  }
};

const follow = () => {
  const target = location.hash.length > 1 && find(location.hash.slice(1));
  if (!target) return;
  openAround(target);
  document.querySelectorAll("[data-here]").forEach((place) => delete place.dataset.here);
  target.dataset.here = "";
  const stop = target.matches("details") ? target.querySelector("summary") : target;
  if (!stop.matches("a, summary, [tabindex]")) stop.tabIndex = -1;
  stop.scrollIntoView({ block: target.matches("section, details") ? "start" : "center" });
  stop.focus({ preventScroll: true });
};

// What a mark in a document leads to, in words: told when the pointer or the focus comes to it.
const tell = ({ target }) => {
  const link = target.closest?.('.text a[href^="#"]:not([title])');
  if (!link) return;
  const place = field(link.hash.slice(1)) ?? entries.find(({ id }) => `#${id}` === link.hash)?.element;
  const about = place?.querySelector("summary > span") ?? place?.querySelector("th");
  if (about) link.title = about.textContent;
};

const watchLinks = () => {
  addEventListener("hashchange", follow);
  // A link to where the page already is changes no hash, and still leads there.
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) follow();
  });
  document.addEventListener("toggle", (event) => event.target.open && set(event.target), true);
  document.addEventListener("pointerover", tell);
  document.addEventListener("focusin", tell);
  addEventListener("load", follow); // the browser has gone to the fragment by itself by then, and taken the focus along
};
