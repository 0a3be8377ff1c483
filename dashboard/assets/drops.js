/* What opens below a button: a filter, a menu. While it is open the focus stays within; then it goes back. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const ROOM = 8;
  const REACHED = "a[href], button:not([disabled]), input:not([disabled])";
  let opener = null, box = null, back = false;

  const within = () => [...box.querySelectorAll(REACHED)].filter((one) => one.offsetParent);
  const enter = () => within().at(back ? -1 : 0)?.focus();

  /* What is still being fetched is entered, and placed, when it comes. */
  const coming = new MutationObserver(() => {
    place();
    if (document.activeElement === opener) enter();
  });

  /* Below its button, within the window; in the sheet of filters the style sheet lets it stand in its line. */
  function place() {
    box.style.translate = box.style.maxHeight = "";
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const wide = document.documentElement.clientWidth;
    if (bottom > window.innerHeight - ROOM) box.style.maxHeight = `${window.innerHeight - ROOM - top}px`;
    const aside = right > wide - ROOM ? wide - ROOM - right : left < ROOM ? ROOM - left : 0;
    if (aside) box.style.translate = `${aside}px`;
  }

  function open(button) {
    close();
    opener = button;
    box = T.byId(button.getAttribute("aria-controls"));
    box.hidden = back = false;
    button.setAttribute("aria-expanded", "true");
    place();
    button.focus();
    enter();
    coming.observe(box, { childList: true, subtree: true });
  }

  function close() {
    if (!box) return;
    coming.disconnect();
    const held = box.contains(document.activeElement), button = opener;
    box.hidden = true;
    button.setAttribute("aria-expanded", "false");
    box = opener = null;
    if (held) button.focus();
  }

  document.addEventListener("click", (click) => {
    const button = click.target.closest("[aria-controls^=drop-]");
    if (button) button === opener ? close() : open(button);
  });
  document.addEventListener("pointerdown", ({ target }) => box && !box.contains(target) && !opener.contains(target) && close());
  document.addEventListener("focusin", ({ target }) => box && !box.contains(target) && target !== opener && enter());
  document.addEventListener("keydown", (event) => {
    if (!box) return;
    if (event.key === "Tab") back = event.shiftKey;
    if (event.key !== "Escape" || event.target.closest(".mantine-Popover-dropdown")) return;
    close();
    event.stopImmediatePropagation(); // it closes what is on top, not what is under it
  });
  window.addEventListener("resize", () => box && place());
})();
