// The page on which an import is checked: what a step leads to takes the focus, the two columns
// point at each other, and a piece can be split at the cursor. All else works without this script.
import "./composing.js";

const place = (id) => document.getElementById(id);

// Not our page (logged out, gone): the browser goes there itself. A refusal is our page and says why.
document.addEventListener("htmx:beforeSwap", (event) => {
  const answer = event.detail;
  if (answer.serverResponse.includes('id="import-work"')) {
    answer.shouldSwap = true;
    answer.isError = false;
    return;
  }
  answer.shouldSwap = false;
  window.location.reload();
});

// Nobody has sent anything twice or to a site that is not there.
document.addEventListener("htmx:sendError", () => {
  place("told").textContent = "没有连上，什么也没有改。请看看网络，再试一次。";
});

const focusOn = (target) => {
  if (!target) return;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "nearest" });
};

const offerCursor = (box) => {
  const text = box.querySelector("textarea");
  const words = text.value;
  box.hidden = false;
  text.addEventListener("input", (event) => {
    if (event.isComposing) return;
    const at = Math.min(text.selectionStart, words.length);
    text.value = words; // here a text is only pointed into
    text.setSelectionRange(at, at);
  });
};

const settle = (event) => {
  const target = event.target;
  target.querySelectorAll("[data-cursor]").forEach(offerCursor);
  if (target.id === "import-work") {
    focusOn(target.querySelector("[data-takes-focus]") || target.querySelector("[data-here]"));
  } else if (target.matches(".piece")) {
    focusOn(target.querySelector("select") || target);
  } else if (target.id === "mended") {
    focusOn(target);
  }
};
document.addEventListener("htmx:load", settle);

// Before the request is made up: where the cursor stands goes along, or nothing.
document.addEventListener("click", (event) => {
  const button = event.target.closest("button[name=do]");
  if (!button) return;
  const box = button.closest("[data-cursor]");
  document.querySelectorAll("[data-cursor] input").forEach((input) => {
    input.value = "";
  });
  if (box) box.querySelector("input").value = String(box.querySelector("textarea").selectionStart);
}, true);

const match = (event) => {
  const found = event.target.closest("[data-piece]");
  document.querySelectorAll(".is-matched").forEach((each) => each.classList.remove("is-matched"));
  if (!found) return;
  const { piece } = found.dataset;
  document.querySelectorAll(`[data-piece="${piece}"]`).forEach((each) => each.classList.add("is-matched"));
};
document.addEventListener("mouseover", match);
document.addEventListener("focusin", match);

document.addEventListener("click", (event) => {
  const source = event.target.closest(".src[data-piece]");
  if (source && window.getSelection().isCollapsed) focusOn(place(`piece-${source.dataset.piece}`));
});

focusOn(document.querySelector("[data-here]"));
