/* The card as a sheet at the foot of a narrow window: by its handle it takes the whole window and gives it
   back. The handle is a button for a keyboard and a tap; a drag goes to where it is let go, or closes. */
(function () {
  "use strict";
  const T = (window.timeline = window.timeline || {});
  const STILL = 6, TALL = 0.8, AWAY = 0.35;
  let dragged = false;

  T.showSheet = function (tall) {
    document.body.classList.toggle("tall", tall);
    const handle = T.byId("sheet-handle");
    if (handle) handle.setAttribute("aria-expanded", String(tall));
  };

  document.addEventListener("click", (click) => {
    if (!click.target.closest("#sheet-handle")) return;
    if (!dragged) T.showSheet(!document.body.classList.contains("tall"));
    dragged = false;
  });

  document.addEventListener("pointerdown", (down) => {
    const handle = down.target.closest("#sheet-handle");
    if (!handle || down.button) return;
    const panel = T.byId("detail-panel"), from = panel.offsetHeight;
    let height = from;
    dragged = false;
    handle.setPointerCapture(down.pointerId);
    const move = (event) => {
      height = Math.min(from + down.clientY - event.clientY, window.innerHeight);
      if (Math.abs(height - from) > STILL) dragged = true;
      if (dragged) panel.style.height = height + "px";
    };
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", () => {
      handle.removeEventListener("pointermove", move);
      panel.style.height = "";
      if (!dragged) return;
      const share = height / window.innerHeight;
      if (share < AWAY) T.actions.close();
      else T.showSheet(share > TALL);
    }, { once: true });
  });
})();
