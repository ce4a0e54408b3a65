// Forms: fields that grow, a question before what was typed is left behind, one sending at a time.
import { isComposing } from "./composing.js";

const forms = [...document.querySelectorAll("form[data-guards-leaving]")];
const texts = (form) => [...form.elements].filter((each) => each.name && each.type !== "hidden");
const valueOf = (each) => (each.type === "checkbox" || each.type === "radio" ? each.checked : each.value);
const stateOf = (form) => JSON.stringify(texts(form).map((each) => [each.name, valueOf(each)]));
const begun = new Map(forms.map((form) => [form, stateOf(form)]));
let leaving = false;

const isChanged = (form) => form.hasAttribute("data-holds-changes") || stateOf(form) !== begun.get(form);

window.addEventListener("beforeunload", (event) => {
  if (leaving || !forms.some((form) => form.isConnected && isChanged(form))) return;
  event.preventDefault();
  event.returnValue = "";
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !forms.includes(form)) return;
  if (form.dataset.isSent) {
    event.preventDefault();
    return;
  }
  // What is typed in another form of the page is asked about; who stays may send again.
  if (forms.some((each) => each !== form && each.isConnected && isChanged(each))) return;
  form.dataset.isSent = "yes";
  leaving = true;
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-leaves-quietly]");
  if (!link) return;
  if (link.dataset.asks && !window.confirm(link.dataset.asks)) event.preventDefault();
  else leaving = true;
});

// Back from the next page, as the browser kept this one.
window.addEventListener("pageshow", () => {
  leaving = false;
  forms.forEach((form) => delete form.dataset.isSent);
});

export const grow = (field) => {
  field.style.overflow = "hidden";
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
};

document.addEventListener("input", (event) => {
  if (!isComposing() && event.target.matches("textarea[data-grows]")) grow(event.target);
});
document.querySelectorAll("textarea[data-grows]").forEach(grow);
