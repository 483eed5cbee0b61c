import type { EventMention } from "@readout/model";
import { annotateText } from "./annotate.js";

/** More than sixty tokens that tell of nobody: what stands behind them is read as on a page. */
export const filler =
  "The valley lies between two low hills and a slow brown river. In spring the orchards along the road turn white, and the smell of apple blossom hangs over the fields for a week. The bread there is baked with rye, salt and a little honey. Most houses are built of grey stone, their roofs are steep, and the gardens behind them are long and narrow. It often rains.";

/** The events of a sentence that stands at the end of a page. */
export const eventsOnPage = (sentence: string): readonly EventMention[] => {
  const start = filler.length + 2;
  return annotateText(`${filler}\n\n${sentence}`).events.filter((event) => event.start >= start);
};
