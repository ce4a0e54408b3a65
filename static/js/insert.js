// Beside every text field a button that brings the list of tokens there; a click puts one at the
// cursor. Without this script the list stands below the form, to be typed from.
const list = document.querySelector("[data-insertable]");
let target = null;

const put = (text) => {
  if (!target) return;
  target.focus();
  // The only way that keeps the browser's own undo; else the plain one.
  if (document.execCommand("insertText", false, text)) return;
  target.setRangeText(text, target.selectionStart, target.selectionEnd, "end");
  target.dispatchEvent(new Event("input", { bubbles: true }));
};

const nameOf = (field) => {
  const label = document.querySelector(`label[for="${field.id}"]`);
  return label ? label.textContent.trim() : "";
};

const open = (field, opener) => {
  const isOpenHere = list.open && target === field;
  document.querySelectorAll(".insert-open").forEach((each) => each.setAttribute("aria-expanded", "false"));
  list.open = !isOpenHere;
  if (isOpenHere) return;
  target = field;
  opener.setAttribute("aria-expanded", "true");
  field.before(list);
};

export const offer = (field) => {
  const opener = document.createElement("button");
  opener.type = "button";
  opener.className = "btn btn-quiet insert-open";
  opener.setAttribute("aria-expanded", "false");
  opener.textContent = "插入…";
  opener.setAttribute("aria-label", `插入到${nameOf(field)}`);
  opener.addEventListener("click", () => open(field, opener));
  const label = document.querySelector(`label[for="${field.id}"]`);
  label.before(opener);
};

const makeButton = (line) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "token";
  button.append(...line.childNodes);
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => put(line.dataset.token));
  line.append(button);
};

if (list) {
  list.classList.add("is-brought");
  list.open = false;
  list.querySelector("summary").hidden = true;
  list.querySelector(".form-text").textContent = "点一下，就插到光标处；内容变了，文中跟着变。";
  list.querySelectorAll("[data-token]").forEach(makeButton);
  document.querySelectorAll("form [data-takes-tokens]").forEach(offer);
  document.addEventListener("row-added", (event) => {
    event.target.querySelectorAll("[data-takes-tokens]").forEach(offer);
  });
  list.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    list.open = false;
    if (target) target.focus();
  });
}
