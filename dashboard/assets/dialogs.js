/* Dialogs: the head of one is no second banner of the page, which its element would make it. */
document.addEventListener("focusin", (event) => {
  const head = event.target.closest("[role=dialog]")?.querySelector("header:not([role])");
  if (head) head.setAttribute("role", "presentation");
});
