// The slider of who backs whom: shows the stands that were known by a day.
const holder = document.getElementById("dates");
if (holder) {
  const days = holder.dataset.days.split(" ");
  const words = holder.dataset.words.split("|");
  const slider = document.getElementById("until");
  const output = document.getElementById("until-day");
  const stands = document.querySelectorAll("#backing [data-day]");
  const show = () => {
    const day = days[Number(slider.value)];
    output.textContent = words[Number(slider.value)];
    slider.setAttribute("aria-valuetext", output.textContent);
    stands.forEach((stand) => stand.classList.toggle("later", stand.dataset.day > day));
  };
  holder.hidden = false;
  slider.addEventListener("input", show);
  show();
}
