// What moves on a page besides htmx: nothing is needed to read or to work; this only makes some things handier.
"use strict";

// <dialog> and drop zones are marked with data attributes; see the templates.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-submit-on-change]");
  if (form) form.requestSubmit();
});
