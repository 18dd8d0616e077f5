// Everything a script adds to the page. Without one, all of the report is there to be read.
const watchTheme = () => {
  const root = document.documentElement;
  root.dataset.theme = recall("theme") ?? "";
  field("theme").hidden = false;
  field("theme").addEventListener("click", () => {
    const isDark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = isDark ? "light" : "dark";
    keep("theme", root.dataset.theme);
  });
};

// On paper every finding that fits the filters stands open, and what waited is set.
const watchPrinter = () => {
  let opened = [];
  addEventListener("beforeprint", () => {
    document.querySelectorAll("details").forEach(set);
    if (!list) return;
    limit = Infinity;
    show();
    opened = lines().filter((line) => !line.open);
    for (const line of opened) line.open = true;
  });
  addEventListener("afterprint", () => {
    for (const line of opened) line.open = false;
    if (!list) return;
    limit = STEP;
    show();
  });
};

watchTheme();
watchKeys();
watchPrinter();
if (list) {
  watchDecisions();
  watchFilters();
  watchQuotations();
}
watchLinks();
