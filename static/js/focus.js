// A summary of errors takes the focus, so that it is read out and Tab goes on from there.
const summary = document.querySelector("[data-takes-focus]");
if (summary) summary.focus();
