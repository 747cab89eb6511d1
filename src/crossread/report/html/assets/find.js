// Find words on the page: in differences, points, quotations and the articles.
const SOUGHT = "article.difference,.points>li,.para>p,.timeline tbody tr,.quotations>li,.backing tbody tr,.numbers tbody tr,.names tbody tr";
const MOST = 40; // hits listed
const AROUND = 60; // characters shown before the words
const dialog = document.getElementById("find");
const field = document.getElementById("find-words");
const hits = document.getElementById("find-hits");
const told = document.getElementById("find-count");
let index = null;

const read = () => [...document.querySelectorAll(SOUGHT)].map((element) => {
  const text = element.textContent.replace(/\s+/g, " ").trim();
  return { element, text, folded: text.toLowerCase() };
});

const where = (element) => {
  const holder = element.closest(".article") || element.closest("section");
  const heading = holder && holder.querySelector("h2,h3");
  return heading ? heading.textContent : "";
};

const lead = (element) => {
  for (let folded = element.closest("details:not([open])"); folded; folded = folded.parentElement.closest("details:not([open])")) folded.open = true;
  dialog.close();
  if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.scrollIntoView({ block: "center" });
  element.focus({ preventScroll: true });
};

const hit = (one, place, length) => {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  const start = Math.max(0, place - AROUND);
  const mark = document.createElement("mark");
  mark.textContent = one.text.slice(place, place + length);
  button.append(start ? "…" : "", one.text.slice(start, place), mark, one.text.slice(place + length, place + length + 2 * AROUND));
  button.addEventListener("click", () => lead(one.element));
  const meta = document.createElement("span");
  meta.className = "meta";
  meta.textContent = where(one.element);
  item.append(button, meta);
  return item;
};

const show = () => {
  const sought = field.value.toLowerCase().trim();
  hits.replaceChildren();
  told.textContent = "";
  if (!sought) return;
  index ??= read();
  const found = index.filter((one) => one.folded.includes(sought));
  hits.append(...found.slice(0, MOST).map((one) => hit(one, one.folded.indexOf(sought), sought.length)));
  told.textContent = found.length > MOST ? `${found.length} found, the first ${MOST} listed` : `${found.length} found`;
};

if (dialog) {
  field.addEventListener("input", show);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const first = hits.querySelector("button");
    if (first) first.click();
  });
}
