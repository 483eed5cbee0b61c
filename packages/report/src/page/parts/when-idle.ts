/** Milliseconds of work at a stretch: short enough for a key pressed meanwhile to be answered in the next frame. */
const stretch = 8;

/** Does `count` pieces of work, a few whenever the page has nothing else to do. */
export const whenIdle = (count: number, work: (piece: number) => void): void => {
  let piece = 0;
  const go = (): void => {
    const end = performance.now() + stretch;
    while (piece < count && performance.now() < end) {
      work(piece);
      piece += 1;
    }
    if (piece < count) later(go);
  };
  later(go);
};

/** Safari knows no idle callbacks. */
const later = (act: () => void): void => {
  if (typeof requestIdleCallback === "function") requestIdleCallback(act);
  else setTimeout(act, 1);
};
