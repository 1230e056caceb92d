// Comfort for writing questionnaires; everything works without it.
(() => {
  const base = document.body.dataset.base || '';

  // Questions are moved by dragging; the buttons beside them do the same.
  const sheet = document.querySelector('[data-move]');
  if (sheet) {
    let dragged = null;
    const clear = () => { for (const each of sheet.querySelectorAll('.drop-here, .drop-end')) each.classList.remove('drop-here', 'drop-end'); };
    for (const item of sheet.querySelectorAll('.asked')) {
      item.draggable = true;
      item.addEventListener('dragstart', (event) => {
        dragged = item;
        item.classList.add('dragged');
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', item.dataset.question);
      });
      item.addEventListener('dragend', () => { item.classList.remove('dragged'); clear(); dragged = null; });
    }
    for (const list of sheet.querySelectorAll('.asked-list')) {
      const over = (event) => [...list.children].find((it) => it !== dragged && event.clientY < it.getBoundingClientRect().top + it.offsetHeight / 2);
      list.closest('.block').addEventListener('dragover', (event) => {
        if (!dragged) return;
        event.preventDefault();
        clear();
        const before = over(event);
        if (before) before.classList.add('drop-here');
        else list.classList.add('drop-end');
      });
      list.closest('.block').addEventListener('drop', async (event) => {
        if (!dragged) return;
        event.preventDefault();
        const others = [...list.children].filter((it) => it !== dragged);
        const before = over(event);
        const body = new URLSearchParams({
          version: sheet.dataset.version,
          block: list.closest('.block').dataset.block,
          place: String(before ? others.indexOf(before) : others.length),
        });
        const headers = JSON.parse(document.body.getAttribute('hx-headers') || '{}');
        const answer = await fetch(`${base}${sheet.dataset.move}${dragged.dataset.question}/move`, { method: 'POST', body, headers });
        if (answer.ok) location.reload();
        else location.href = answer.url;
      });
    }
  }
})();
