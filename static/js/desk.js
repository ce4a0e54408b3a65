// The desk: shows on the pages what is worked at, and leaves a person where they were after saving.
const sheets = document.querySelector(".sheets");
const canvas = document.querySelector(".canvas");
const work = document.querySelector("[data-keeps-place]");
const side = document.querySelector(".side");
const form = work.querySelector("form[data-guards-leaving]");
const key = `place:${window.location.pathname}`;

const blocks = (sheets.dataset.here || "").split(" ").filter(Boolean);
const findHere = () => blocks.flatMap((block) => [...sheets.querySelectorAll(`[data-block="${block}"]`)]);
const markHere = () => findHere().forEach((block) => block.classList.add("is-here"));

// Only where the columns scroll by themselves; on a phone the page stays at the form.
const scrolls = (column) => column.scrollHeight > column.clientHeight + 1
  && getComputedStyle(column).overflowY === "auto";

const showPlace = () => {
  const [here] = findHere();
  if (!here || !scrolls(canvas)) return;
  const top = here.getBoundingClientRect().top - canvas.getBoundingClientRect().top;
  canvas.scrollTop += top - canvas.clientHeight / 4;
};

const showLine = () => {
  const line = side.querySelector("[aria-current]");
  if (!line || !scrolls(side)) return;
  const box = line.getBoundingClientRect();
  if (box.bottom > side.getBoundingClientRect().bottom) side.scrollTop += box.top - side.clientHeight / 2;
};

const nameOf = (field) => (field && field.form === form && field.name ? field.name : "");

const remember = () => {
  const field = document.activeElement;
  const place = { work: work.scrollTop, page: window.scrollY, name: nameOf(field) };
  place.saves = field.matches("[data-saves]:focus-visible"); // by the keyboard: it goes on from there
  if (place.name && typeof field.selectionStart === "number") place.at = field.selectionStart;
  try {
    sessionStorage.setItem(key, JSON.stringify(place));
  } catch (error) {
    // Storage is off or full: then one is back at the top of the form.
  }
};

const recall = () => {
  const kept = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  if (!kept || document.querySelector("[data-takes-focus]")) return;
  const place = JSON.parse(kept);
  const saver = place.saves && form ? form.querySelector("[data-saves]") : null;
  const field = place.name && form ? form.elements.namedItem(place.name) : saver;
  if (field && field.focus) {
    field.focus({ preventScroll: true });
    if (place.at !== undefined) field.setSelectionRange(place.at, place.at);
  }
  work.scrollTop = place.work;
  window.scrollTo({ top: place.page, behavior: "auto" });
};

const saveByKey = (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "s" || !form) return;
  event.preventDefault();
  form.requestSubmit(form.querySelector("[data-saves]"));
};

markHere();
document.addEventListener("htmx:load", markHere); // sheets that came later
if (form) form.addEventListener("submit", remember);
document.addEventListener("keydown", saveByKey);
// After the pages have got their scale.
requestAnimationFrame(() => requestAnimationFrame(() => {
  showPlace();
  showLine();
}));
try {
  recall();
} catch (error) {
  sessionStorage.removeItem(key);
}
