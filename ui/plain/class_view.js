// Keys of keyboards and presenters turn the page; the links do it without this file too.
"use strict";
const WAYS = { ArrowRight: "next", PageDown: "next", " ": "next", ArrowLeft: "prev", PageUp: "prev", Escape: "up" };
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const way = event.key === " " && event.shiftKey ? "prev" : WAYS[event.key];
  if (!way) return;
  event.preventDefault();
  document.querySelector(`a[rel~="${way}"]`)?.click();
});
