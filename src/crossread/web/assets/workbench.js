// The workbench's own: follows a running job, opens the item in hand, keeps a selection in the address.
const WAIT = 700; // milliseconds between two looks at a job
const job = document.getElementById("job");

const show = (state) => {
  const bar = document.getElementById("job-bar");
  bar.max = state.total || 1;
  bar.value = state.done;
  const of = state.total === null ? "" : ` of ${state.total}`;
  document.getElementById("job-told").textContent = state.stage ? `${state.state}: ${state.stage}, ${state.done}${of}` : state.state;
};

const follow = async () => {
  const answer = await fetch(`/api/jobs/${job.dataset.job}`);
  if (!answer.ok) return;
  const state = await answer.json();
  show(state);
  if (state.state === "done" && state.leads_to) location.replace(state.leads_to);
  else if (state.state === "failed") location.reload();
  else setTimeout(follow, WAIT);
};
if (job && (job.dataset.state === "waiting" || job.dataset.state === "running")) setTimeout(follow, WAIT / 4);

document.addEventListener("keydown", (event) => {
  const item = event.target.closest("[data-item]");
  if (!item || event.target !== item || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Enter") item.querySelector("a[data-open]")?.click();
  if (event.key === "x") item.querySelector("input[type=checkbox]")?.click();
});
