// On the page of a cell: Alt with an arrow key moves to the cell beside it, as the board lies; aligned words light up their counterpart.
"use strict";

const MIRRORED = document.documentElement.dir === "rtl" ? { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" } : {};

document.addEventListener("keydown", (event) => {
  if (!event.altKey || event.target.closest("input, textarea, select")) return;
  const link = document.querySelector(`a[data-key="${MIRRORED[event.key] ?? event.key}"]`);
  if (!link) return;
  event.preventDefault();
  location.assign(link.href);
});

for (const name of ["mouseover", "mouseout"]) {
  document.addEventListener(name, (event) => {
    const mark = event.target.closest(".sides mark[data-pair]");
    if (!mark) return;
    const pair = document.querySelectorAll(`.sides mark[data-pair="${mark.dataset.pair}"]`);
    pair.forEach((each) => each.classList.toggle("lit", name === "mouseover"));
  });
}
