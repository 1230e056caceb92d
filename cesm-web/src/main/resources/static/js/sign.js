// A signature drawn by finger; without it the typed name stands alone.
(() => {
  for (const box of document.querySelectorAll('[data-sign]')) {
    const canvas = box.querySelector('canvas');
    const field = document.getElementById(box.dataset.sign);
    const ratio = Math.min(window.devicePixelRatio || 1, 2);
    box.hidden = false;
    const ink = canvas.getContext('2d');
    const size = () => {
      canvas.width = Math.round(canvas.clientWidth * ratio);
      canvas.height = Math.round(canvas.clientHeight * ratio);
      ink.lineWidth = 2.5 * ratio;
      ink.lineCap = 'round';
      ink.lineJoin = 'round';
      ink.strokeStyle = '#12233f';
    };
    size();
    let last = null;
    const at = (event) => {
      const edge = canvas.getBoundingClientRect();
      return [(event.clientX - edge.left) * ratio, (event.clientY - edge.top) * ratio];
    };
    canvas.addEventListener('pointerdown', (event) => {
      canvas.setPointerCapture(event.pointerId);
      last = at(event);
      event.preventDefault();
    });
    canvas.addEventListener('pointermove', (event) => {
      if (!last) return;
      const next = at(event);
      ink.beginPath();
      ink.moveTo(...last);
      ink.lineTo(...next);
      ink.stroke();
      last = next;
    });
    const end = () => {
      if (!last) return;
      last = null;
      field.value = canvas.toDataURL('image/png');
    };
    canvas.addEventListener('pointerup', end);
    canvas.addEventListener('pointercancel', end);
    box.querySelector('button').addEventListener('click', () => {
      size();
      field.value = '';
    });
  }
})();
