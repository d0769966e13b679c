"use strict";
// Comfort alone: every page works without.

// The sentence of a digest and where it stands light up together.
for (const link of document.querySelectorAll(".digest a[href^='#s']")) {
  const place = document.getElementById(link.getAttribute("href").slice(1));
  if (!place) continue;
  const light = (on) => [link, place].forEach((part) => part.classList.toggle("lit", on));
  for (const part of [link, place]) {
    part.addEventListener("mouseenter", () => light(true));
    part.addEventListener("mouseleave", () => light(false));
  }
}

// A key does what the thing marked with it does, unless somebody writes.
const keyOf = (event) =>
  event.shiftKey && /^Digit[1-9]$/.test(event.code) ? `shift ${event.code.slice(-1)}` : event.key.toLowerCase();

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const writes = event.target.closest("input:not([type=checkbox]), textarea, select");
  const key = keyOf(event);
  if (writes || !/^(shift )?[0-9a-z]$/.test(key)) return;
  const marked = document.querySelector(`[data-key="${key}"]`);
  if (!marked) return;
  event.preventDefault();
  if (marked.matches("select")) marked.focus();
  else marked.click();
});

// What is chosen from a list becomes one more thing to tick, and the list is free for the next: at once with a pointer, with
// Enter by keys, which go through the list.
for (const list of document.querySelectorAll("select[data-adds]")) {
  let byKeys = false;
  const add = () => {
    const chosen = list.selectedOptions[0];
    if (!chosen?.value) return;
    const box = Object.assign(document.createElement("input"), { type: "checkbox", name: list.name, value: chosen.value });
    box.checked = true;
    const label = Object.assign(document.createElement("label"), { className: "check" });
    label.append(box, ` ${chosen.text}`);
    document.querySelector(`label[for="${list.id}"]`).before(label);
    chosen.remove();
    list.value = "";
    if (byKeys) box.focus();
  };
  list.addEventListener("pointerdown", () => (byKeys = false));
  list.addEventListener("keydown", (event) => {
    byKeys = true;
    if (event.key !== "Enter") return;
    event.preventDefault();
    add();
  });
  list.addEventListener("change", () => byKeys || add());
}

// Files that are dropped on the page are those of its form.
for (const form of document.querySelectorAll("[data-drop]")) {
  const files = form.elements.namedItem(form.dataset.drop);
  const over = (event, on) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    form.classList.toggle("over", on);
  };
  document.addEventListener("dragover", (event) => over(event, true));
  document.addEventListener("dragleave", (event) => over(event, false));
  document.addEventListener("drop", (event) => {
    over(event, false);
    if (!event.dataTransfer?.files.length) return;
    files.files = event.dataTransfer.files;
    form.querySelector("button[type=submit]").focus();
  });
}
