// The board works without this file; with it, filters ask at once, and figures and their cells light up together.
for (const select of document.querySelectorAll('select[data-submit]')) {
  // Arrow keys go through the choices one by one: whoever uses them asks with Enter or the button.
  let byKey = false;
  select.addEventListener('pointerdown', () => (byKey = false));
  select.addEventListener('keydown', () => (byKey = true));
  select.addEventListener('change', () => byKey || select.form.requestSubmit());
}

const twins = (place) => document.querySelectorAll(`[data-cell="${CSS.escape(place)}"]`);
let pinned = null;

function light(place, on) {
  for (const element of twins(place)) element.classList.toggle('lit', on);
}

/** Brings the cell's twins into view inside their own panes, without moving the page. */
function reveal(place, from) {
  for (const element of twins(place)) {
    const pane = element.closest('.pane');
    if (!pane || pane.contains(from)) continue;
    const top = element.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    if (top < 40 || top > pane.clientHeight - 60) pane.scrollTo({ top: pane.scrollTop + top - pane.clientHeight / 3 });
  }
}

for (const name of ['mouseover', 'focusin'])
  document.addEventListener(name, (event) => {
    const place = event.target.closest?.('[data-cell]')?.dataset.cell;
    if (place) light(place, true);
  });
for (const name of ['mouseout', 'focusout'])
  document.addEventListener(name, (event) => {
    const place = event.target.closest?.('[data-cell]')?.dataset.cell;
    if (place && place !== pinned) light(place, false);
  });
document.addEventListener('click', (event) => {
  const at = event.target.closest?.('[data-cell]');
  if (!at) return;
  if (pinned) light(pinned, false);
  pinned = at.dataset.cell;
  light(pinned, true);
  reveal(pinned, at);
  if (at.matches('a[href^="#"]')) event.preventDefault();
});

for (const form of document.querySelectorAll('form[data-once]'))
  form.addEventListener('submit', () => {
    for (const button of form.querySelectorAll('button[type=submit]')) button.disabled = true;
  });
// Who comes back to correct a form finds its buttons as they were.
addEventListener('pageshow', () => {
  for (const button of document.querySelectorAll('form[data-once] button[type=submit]')) button.disabled = false;
});
for (const box of document.querySelectorAll('input[data-check-all]'))
  box.addEventListener('change', () => {
    for (const one of document.querySelectorAll(`input[name="${box.dataset.checkAll}"]`)) one.checked = box.checked;
  });

// 运行情况: what the server says now, every two seconds, for as long as the page is seen.
const live = document.querySelector('[data-live]');
if (live) {
  let said = null;
  setInterval(async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(live.dataset.live, { headers: { accept: 'text/html' } });
      // A session that is over leads to the login, which is no piece of this page.
      const text = answer.ok && !answer.redirected ? await answer.text() : said;
      if (text !== said) live.innerHTML = text;
      said = text;
    } catch {
      // The server is restarting: the next turn asks again.
    }
  }, 2000);
}

// 报告页：选中的数据是什么，到哪里更正。
const picked = document.querySelector('[data-picked]');
if (picked)
  document.addEventListener('click', (event) => {
    const place = event.target.closest?.('[data-cell]')?.dataset.cell;
    const figure = place && [...twins(place)].find((element) => element.dataset.about);
    if (!figure) return;
    if (figure.contains(event.target)) event.preventDefault();
    const link = Object.assign(document.createElement('a'), { href: figure.href, textContent: '查看或更正' });
    picked.replaceChildren(`已选中：${figure.dataset.about}。`, link);
    picked.hidden = false;
  });
