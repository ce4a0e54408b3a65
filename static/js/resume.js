// Sends what was kept as soon as its author has logged in; without script there is a button.
const form = document.querySelector("form[data-sends-itself]");
if (form) HTMLFormElement.prototype.submit.call(form);
