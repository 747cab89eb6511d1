// Keys: j k for items, [ ] for sections, / to find, ? for help. They can be turned off (WCAG 2.1.4).
const ITEMS = ".differs-first li,.difference,.points>li,.para,.timeline tbody tr,.quotations>li,.numbers tbody tr,.copies>li,[data-item]";
const SECTIONS = "main section[id],main>form[id],main>article[id]";
const STEP_IN = 90; // pixels from the top of the window: below the fixed bar
const OFF = "crossread-keys-off";

const remembered = () => {
  try { return localStorage.getItem(OFF) === "1"; } catch { return false; }
};
const remember = (off) => {
  try { localStorage.setItem(OFF, off ? "1" : "0"); } catch { /* a page from disk may have no storage */ }
};

const go = (element) => {
  for (let folded = element.parentElement.closest("details:not([open])"); folded; folded = folded.parentElement.closest("details:not([open])")) folded.open = true;
  if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.scrollIntoView({ block: "start" });
  element.focus({ preventScroll: true });
};

const visible = (element) => element.checkVisibility ? element.checkVisibility() : element.offsetParent !== null;

const current = (selector) => {
  const focused = document.activeElement.closest(selector);
  const box = focused && focused.getBoundingClientRect();
  return box && box.bottom > 0 && box.top < innerHeight ? focused : null;
};

const move = (selector, step) => {
  const all = [...document.querySelectorAll(selector)];
  if (!all.length) return;
  const here = current(selector);
  let place = here ? all.indexOf(here) + step : first(all, step);
  while (place >= 0 && place < all.length && !visible(all[place])) place += step;
  if (all[place]) go(all[place]);
};

// The first one below the bar, or the last one above it. Only boxes near the place are measured.
const first = (all, step) => {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle].getBoundingClientRect().top < STEP_IN - 1) low = middle + 1;
    else high = middle;
  }
  return step > 0 ? low : low - 1;
};

const open = (name) => {
  const dialog = document.getElementById(name);
  if (!dialog || dialog.open) return;
  // A modal dialog makes a browser restyle the whole page, which takes a second where that has two hundred articles.
  if (dialog.dataset.modal === "no") dialog.show();
  else dialog.showModal();
  const field = dialog.querySelector("input[type=search]");
  if (field) field.focus();
};

const find = () => {
  const field = document.querySelector("main input[type=search]");
  if (!field) return open("find");
  field.focus();
  field.select();
};

const ACTS = {
  j: () => move(ITEMS, 1),
  k: () => move(ITEMS, -1),
  "]": () => move(SECTIONS, 1),
  "[": () => move(SECTIONS, -1),
  "/": find,
  "?": () => open("keys"),
};

const typing = (element) => element.closest("input:not([type=checkbox],[type=radio],[type=range]),textarea,select,dialog[open]");

let off = remembered();
document.addEventListener("keydown", (event) => {
  if (off || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || typing(event.target)) return;
  const act = ACTS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

document.addEventListener("keydown", (event) => {
  const dialog = event.key === "Escape" && event.target.closest("dialog[open]");
  if (dialog) dialog.close();
});

const choice = document.getElementById("keys-on");
if (choice) {
  choice.checked = !off;
  choice.addEventListener("change", () => {
    off = !choice.checked;
    remember(off);
  });
}
document.querySelectorAll("dialog .close").forEach((button) => {
  button.addEventListener("click", () => button.closest("dialog").close());
});
document.querySelectorAll("button[data-opens]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => open(button.dataset.opens));
});
