// While an input method composes, nothing is sent and nothing is swapped: it waits for the end.
let composing = false;
let waiting = null;

export const isComposing = () => composing;

const later = (event, again) => {
  if (!composing) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  waiting = again;
};

document.addEventListener("compositionstart", () => {
  composing = true;
}, true);

document.addEventListener("compositionend", () => {
  composing = false;
  const again = waiting;
  waiting = null;
  if (again) setTimeout(again);
}, true);

// The field that composed is gone, or the window lost the focus: no end will come.
window.addEventListener("blur", () => {
  composing = false;
});

document.addEventListener("submit", (event) => {
  const { target, submitter } = event;
  later(event, () => target.requestSubmit(submitter || undefined));
}, true);

document.addEventListener("htmx:confirm", (event) => {
  later(event, () => event.detail.issueRequest(true));
}, true);

document.addEventListener("htmx:beforeSwap", (event) => {
  if (composing) event.detail.shouldSwap = false;
}, true);
