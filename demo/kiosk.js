// A page may fill the screen, and keep it awake, only when somebody asks for it.

const button = document.getElementById('full');
button.hidden = !document.fullscreenEnabled;

button.addEventListener('click', async () => {
  await document.documentElement.requestFullscreen();
  await stayAwake();
});

/** A screen that was hidden must ask again. */
async function stayAwake() {
  if (document.fullscreenElement && document.visibilityState === 'visible')
    await navigator.wakeLock?.request('screen').catch(() => undefined);
}

document.addEventListener('visibilitychange', stayAwake);

/** Until when the figures are those of the export. */
document.addEventListener('kpi-load', () => {
  document.getElementById('updated').textContent = `Read at ${new Date().toLocaleTimeString([], {timeStyle: 'short'})}`;
});
