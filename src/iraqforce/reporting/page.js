// The page reads without this. It shows a card for the mark that is pointed at, and opens the quote that
// a link leads to where a browser does not do so by itself.
"use strict";
(() => {
  const card = document.getElementById("card");
  let leaving;

  const element = (name, words, kind) => {
    const made = document.createElement(name);
    made.textContent = words;
    made.dir = "auto";
    if (kind) made.className = kind;
    return made;
  };

  const fill = (row) => {
    const part = (name) => row.querySelector(`[data-part="${name}"]`);
    const basis = part("basis").textContent.trim();
    const said = part("words");
    card.replaceChildren(
      element("p", part("count").textContent.trim(), "count"),
      element("p", `${part("date").textContent.trim()}, ${part("who").textContent.trim()}${basis ? ` (${basis})` : ""}`),
      element("blockquote", said.querySelector(".said").textContent.trim()),
      element("p", said.dataset.source, "source"),
    );
  };

  const show = (mark) => {
    const row = document.getElementById(mark.getAttribute("href").slice(1));
    if (!row) return;
    clearTimeout(leaving);
    fill(row);
    card.hidden = false;
    card.style.left = "0"; // where it stood narrows it, and it is measured next
    const at = mark.getBoundingClientRect();
    const size = card.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(at.left + at.width / 2 - size.width / 2, width - size.width - 8));
    const above = at.top - size.height - 10;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(above > 0 ? above : at.bottom + 10) + scrollY}px`;
  };

  const hide = () => { card.hidden = true; };
  const leave = () => { leaving = setTimeout(hide, 200); };

  if (card) {
    document.querySelectorAll(".picture a").forEach((mark) => {
      mark.addEventListener("pointerenter", () => show(mark));
      mark.addEventListener("focus", () => show(mark));
      mark.addEventListener("pointerleave", leave);
      mark.addEventListener("blur", hide);
      mark.addEventListener("click", hide);
    });
    card.addEventListener("pointerenter", () => clearTimeout(leaving));
    card.addEventListener("pointerleave", leave);
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  }

  const open = () => {
    const words = document.getElementById(location.hash.slice(1));
    let closed = words && words.closest("details:not([open])");
    if (!closed) return;
    // One may lie within another.
    for (; closed; closed = closed.parentElement.closest("details:not([open])")) closed.open = true;
    words.scrollIntoView();
  };
  addEventListener("hashchange", open);
  open();

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    opened.forEach((each) => { each.open = true; });
  });
  addEventListener("afterprint", () => { opened.forEach((each) => { each.open = false; }); });
})();
