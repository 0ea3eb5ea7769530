// What somebody writes in a long form survives a lost session: kept in this browser until the form was taken.
"use strict";

for (const form of document.querySelectorAll("form[data-keep]")) {
  const fields = [...form.querySelectorAll("textarea, input[type=text], input:not([type])")].filter((each) => each.name);
  const address = new URL(form.action);
  const key = (field) => `kept ${address.pathname}${address.search} ${field.name}`;
  const refused = document.querySelector(".error, [role=alert]");

  for (const field of fields) {
    let kept = null;
    try {
      kept = localStorage.getItem(key(field));
    } catch {
      continue;
    }
    if (kept !== null && !refused && field.value === field.defaultValue && kept !== field.value) {
      field.value = kept;
      const told = document.createElement("p");
      told.className = "help";
      told.setAttribute("role", "status");
      told.textContent = form.dataset.kept || "What you wrote here before was kept in this browser.";
      field.after(told);
    }
    field.addEventListener("input", () => {
      try {
        localStorage.setItem(key(field), field.value);
      } catch {
        // No room: the page holds it still.
      }
    });
  }

  // A form that was taken leads away from its page; one that came back keeps its words.
  form.addEventListener("submit", () => {
    try {
      sessionStorage.setItem("sent", JSON.stringify(fields.map(key)));
    } catch {
      // Nothing is lost: the words stay kept.
    }
  });
}

const sent = sessionStorage.getItem("sent");
if (sent && !location.pathname.includes("/account/")) {
  sessionStorage.removeItem("sent");
  if (!document.querySelector(".error, [role=alert]")) JSON.parse(sent).forEach((each) => localStorage.removeItem(each));
}
