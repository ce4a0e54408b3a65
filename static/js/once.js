// A page of buttons sends one thing at a time: pressed twice, the second would find the first done.
let sent = false;

document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  if (sent) event.preventDefault();
  sent = true;
});

// Back from the next page, as the browser kept this one.
window.addEventListener("pageshow", () => {
  sent = false;
});
