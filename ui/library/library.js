(() => {
  const player = () => document.querySelector(".stHtml :is(video, audio)");

  const jump = (second) => {
    const media = player();
    if (!media) return;
    const go = () => { media.currentTime = second; media.play().catch(() => {}); };
    if (media.readyState >= 1) go();
    else { media.addEventListener("loadedmetadata", go, { once: true }); media.load(); }
    const box = media.getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) media.scrollIntoView({ block: "center" });
  };

  const copied = (button) => {
    const said = document.querySelector("[data-copied]");
    if (!said) return;
    said.textContent = said.dataset.copied;
    said.classList.add("shown");
    setTimeout(() => { said.textContent = ""; said.classList.remove("shown"); }, 3000);
    button.focus();
  };

  // Without TLS browsers have no clipboard for pages.
  const copyBySelection = (text) => {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  };

  const copy = async (button) => {
    const text = button.dataset.copy;
    try { await navigator.clipboard.writeText(text); } catch { copyBySelection(text); }
    copied(button);
  };

  const mark = (media) => {
    const sentences = [...document.querySelectorAll("button[data-second]")].filter((b) => b.closest(".transcript"));
    const now = media.currentTime + 0.05;
    const spoken = sentences.filter((sentence) => Number(sentence.dataset.second) <= now).pop();
    for (const sentence of sentences) {
      if (sentence === spoken && sentence.getAttribute("aria-current") !== "true") {
        sentence.setAttribute("aria-current", "true");
        const list = sentence.closest(".transcript");
        if (!list.matches(":hover, :focus-within")) list.scrollTop = sentence.offsetTop - list.clientHeight / 2;
      } else if (sentence !== spoken) sentence.removeAttribute("aria-current");
    }
  };

  const show = (id, tries) => {
    const place = document.getElementById(id);
    if (place) place.scrollIntoView({ block: "start" });
    else if (tries) setTimeout(() => show(id, tries - 1), 100);
  };

  const wanted = document.querySelector("[data-show]");
  if (wanted) show(wanted.dataset.show, 30);
  if (window.lotseLibrary) return;
  window.lotseLibrary = true;
  document.addEventListener("click", (event) => {
    const sentence = event.target.closest?.("[data-second]");
    if (sentence) jump(Number(sentence.dataset.second));
    const button = event.target.closest?.("[data-copy]");
    if (button) { event.preventDefault(); copy(button); }
  });
  for (const moment of ["timeupdate", "seeked"])  // these events do not bubble
    document.addEventListener(moment, (event) => mark(event.target), true);
})();
