// What moves on a page besides htmx. Everything works without it; it only makes some things handier.
"use strict";

// A filter takes effect when it is changed.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-submit-on-change]");
  if (form && event.target.tagName === "SELECT") form.requestSubmit();
});

// What the head of the page folds away folds again on Escape, and when one goes on elsewhere.
const more = document.querySelector(".masthead .more");
if (more) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !more.open) return;
    const within = more.contains(document.activeElement);
    more.open = false;
    if (within) more.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (!more.contains(event.target)) more.open = false;
  });
}

// On a phone the board's filters are folded, so that the board comes first; unless something is filtered.
const filtering = document.querySelector("details.filtering");
if (filtering && matchMedia("(max-width: 46rem)").matches && !location.search) filtering.open = false;

// Words selected in a document can be followed to whoever had them first.
const trail = document.querySelector(".reading .trail");
if (trail) {
  const link = trail.querySelector("a");
  const words = trail.querySelector("q");
  const home = link.getAttribute("href");
  const longest = 4000;

  document.addEventListener("selectionchange", () => {
    const selection = getSelection();
    const inside = selection.anchorNode && document.querySelector(".reading .text").contains(selection.anchorNode);
    const said = inside ? selection.toString().replace(/\s+/g, " ").trim().slice(0, longest) : "";
    trail.hidden = said.length < 3;
    words.textContent = said.length > 80 ? `${said.slice(0, 79)}…` : said;
    link.href = `${home}?q=${encodeURIComponent(said)}`;
  });
}

// Files can be dropped anywhere on the page of a form that takes them.
const upload = document.querySelector("form.upload");
if (upload) {
  const files = upload.querySelector("input[type=file]");
  const bar = upload.querySelector("progress.sending");
  const button = upload.querySelector("button[type=submit]");

  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    upload.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) upload.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    upload.classList.remove("over");
    if (event.dataTransfer.files.length) {
      files.files = event.dataTransfer.files;
      files.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });

  // Sending is shown; the page that answers takes this one's place.
  upload.addEventListener("submit", (event) => {
    event.preventDefault();
    const request = new XMLHttpRequest();
    bar.hidden = false;
    button.disabled = true;
    request.upload.addEventListener("progress", (sent) => {
      if (sent.lengthComputable) bar.value = (100 * sent.loaded) / sent.total;
    });
    request.addEventListener("load", () => {
      const elsewhere = request.responseURL && request.responseURL !== upload.action;
      if (request.status < 400 && elsewhere) {
        location.assign(request.responseURL);
      } else {
        // The form came back with what is wrong in it: let the browser show it.
        HTMLFormElement.prototype.submit.call(upload);
      }
    });
    request.addEventListener("error", () => HTMLFormElement.prototype.submit.call(upload));
    request.open("POST", upload.action);
    request.send(new FormData(upload));
  });
}
