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
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const writes = event.target.closest("input:not([type=checkbox]), textarea, select");
  if (writes || !/^[0-9a-z]$/i.test(event.key)) return;
  const marked = document.querySelector(`[data-key="${event.key.toLowerCase()}"]`);
  if (!marked) return;
  event.preventDefault();
  if (marked.matches("select")) marked.focus();
  else marked.click();
});

// What is dropped onto the form is its file; a text that is dropped or pasted is its text.
for (const form of document.querySelectorAll("[data-drop]")) {
  const file = form.elements.namedItem(form.dataset.drop);
  const over = (event, on) => {
    if (!event.dataTransfer || !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    form.classList.toggle("over", on);
  };
  form.addEventListener("dragover", (event) => over(event, true));
  form.addEventListener("dragleave", (event) => over(event, false));
  form.addEventListener("drop", (event) => {
    over(event, false);
    if (event.dataTransfer && event.dataTransfer.files.length) file.files = event.dataTransfer.files;
  });
}
