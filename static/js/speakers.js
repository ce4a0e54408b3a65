// Who is chosen from the list brings the post along, unless one is typed already.
const speaker = document.querySelector("[name=speaker]");
const post = document.querySelector("[name=post]");
const offered = [...document.querySelectorAll("#speakers option")];
const isOffered = (words) => offered.some((each) => each.dataset.post === words);

speaker.addEventListener("input", (event) => {
  if (event.isComposing) return;
  const chosen = offered.find((each) => each.value === speaker.value);
  if (chosen && (!post.value || isOffered(post.value))) post.value = chosen.dataset.post;
});
