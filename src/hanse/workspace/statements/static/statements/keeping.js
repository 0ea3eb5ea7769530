// What somebody writes in a long form survives a lost session: kept in this browser until the form was taken.
"use strict";

const here = location.href.split("#")[0];
const refused = document.querySelector(".error, [role=alert]");

function told(action) {
  try {
    return action();
  } catch {
    return null; // No room, or not allowed: the page itself holds the words still.
  }
}

// A form that was taken led here from its own page; a lost session led elsewhere first.
const sent = told(() => JSON.parse(sessionStorage.getItem("sent")));
if (sent) {
  sessionStorage.removeItem("sent");
  const from = document.referrer.split("#")[0];
  if (from === sent.from && !refused) sent.keys.forEach((each) => localStorage.removeItem(each));
}

for (const form of document.querySelectorAll("form[data-keep]")) {
  const fields = [...form.querySelectorAll("textarea, input[type=text], input:not([type])")].filter((each) => each.name);
  const address = new URL(form.action);
  const key = (field) => `kept ${address.pathname}${address.search} ${field.name}`;

  for (const field of fields) {
    const kept = told(() => localStorage.getItem(key(field)));
    if (kept !== null && !refused && kept !== field.value) {
      field.value = kept;
      const note = document.createElement("p");
      note.className = "help";
      note.setAttribute("role", "status");
      note.textContent = form.dataset.keep;
      field.after(note);
    }
    field.addEventListener("input", () => told(() => localStorage.setItem(key(field), field.value)));
  }

  form.addEventListener("submit", () => {
    told(() => sessionStorage.setItem("sent", JSON.stringify({ from: here, keys: fields.map(key) })));
  });
}
