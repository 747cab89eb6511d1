// Twins: what one article tells, lit up wherever others tell it.
const columns = document.getElementById("columns");
if (columns) {
  const dock = document.getElementById("dock");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  let lit = [];
  let pinned = null;

  const numbersOf = (element) => {
    const link = element.closest('.para a.n[href^="#p"]');
    if (link) return [link.dataset.n];
    const holder = element.closest("#articles [data-p]");
    return holder && holder.dataset.p ? holder.dataset.p.split(" ") : [];
  };

  const clear = () => {
    lit.forEach((element) => element.classList.remove("lit"));
    lit = [];
  };

  const light = (numbers) => {
    clear();
    numbers.forEach((number) => lit.push(...columns.querySelectorAll(`[data-p~="${number}"]`)));
    lit.forEach((element) => element.classList.add("lit"));
  };

  const showTwins = (numbers) => {
    const lists = numbers.map((number) => document.getElementById(`p${number}`)).filter(Boolean);
    const told = lists.filter((point) => point.querySelector(".twins"));
    dock.replaceChildren();
    dock.hidden = !told.length;
    if (!told.length) return;
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "Close";
    close.addEventListener("click", release);
    dock.append(close);
    told.slice(0, 3).forEach((point) => {
      const heading = document.createElement("h2");
      heading.textContent = point.querySelector("p").textContent.trim();
      dock.append(heading, point.querySelector(".twins ul").cloneNode(true));
      const ground = point.querySelector(".twins > .meta");
      if (ground) dock.append(ground.cloneNode(true));
    });
  };

  const bringTwins = (from) => {
    const home = from.closest(".article");
    if (!columns.classList.contains("side")) return;
    columns.querySelectorAll(".article").forEach((article) => {
      const twin = article !== home && article.querySelector(".t.lit");
      if (!twin) return;
      const top = twin.getBoundingClientRect().top - article.getBoundingClientRect().top;
      article.scrollBy({ top: top - article.clientHeight / 3, behavior: still.matches ? "auto" : "smooth" });
    });
  };

  const pin = (element) => {
    const numbers = numbersOf(element);
    if (!numbers.length) return release();
    pinned = numbers;
    light(numbers);
    showTwins(numbers);
    bringTwins(element);
  };

  function release() {
    pinned = null;
    clear();
    dock.hidden = true;
    dock.replaceChildren();
  }

  // Browsers that do not open folded parts for a link by themselves are helped to.
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    let folded = target.parentElement.closest("details:not([open])");
    if (!folded) return;
    for (; folded; folded = folded.parentElement.closest("details:not([open])")) folded.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  columns.addEventListener("pointerover", (event) => {
    if (!pinned) light(numbersOf(event.target));
  });
  columns.addEventListener("pointerleave", () => {
    if (!pinned) clear();
  });
  columns.addEventListener("focusin", (event) => {
    if (event.target.closest(".para a.n")) light(numbersOf(event.target));
  });
  columns.addEventListener("click", (event) => {
    if (event.target.closest("summary") || getSelection().toString()) return;
    const link = event.target.closest("a");
    if (link && !link.matches('.n[href^="#p"]')) return;
    if (link) event.preventDefault();
    pin(event.target);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") release();
  });
  dock.addEventListener("click", (event) => {
    if (event.target.closest("a")) release();
  });

  if (columns.children.length > 1) {
    const mode = document.createElement("button");
    mode.type = "button";
    mode.className = "mode";
    mode.textContent = "Read side by side";
    mode.setAttribute("aria-pressed", "false");
    mode.addEventListener("click", () => {
      mode.setAttribute("aria-pressed", String(columns.classList.toggle("side")));
      columns.querySelectorAll(".article").forEach((article) => {
        if (columns.classList.contains("side")) article.tabIndex = 0;
        else article.removeAttribute("tabindex");
      });
    });
    columns.before(mode);
  }
}
