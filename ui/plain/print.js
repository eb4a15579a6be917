// Where scripts run, a button prints; without them the page says how.
const button = document.getElementById("drucken");
button.hidden = false;
document.getElementById("von-hand").hidden = true;
button.addEventListener("click", () => window.print());
