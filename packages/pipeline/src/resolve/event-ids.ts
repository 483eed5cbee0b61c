/** The event of each mention, by the mention's number, in 8 bytes: an id is `e` and 16 hex digits. */
export type EventIds = Readonly<{
  set: (mention: number, eventId: string) => void;
  get: (mention: number) => string;
}>;

export const createEventIds = (count: number): EventIds => {
  const words = new Uint32Array(count * 2);
  return {
    set: (mention, eventId) => {
      if (!/^e[0-9a-f]{16}$/.test(eventId)) throw new Error(`"${eventId}" is no id of an event`);
      words[mention * 2] = Number.parseInt(eventId.slice(1, 9), 16);
      words[mention * 2 + 1] = Number.parseInt(eventId.slice(9), 16);
    },
    get: (mention) => `e${hex(words[mention * 2] ?? 0)}${hex(words[mention * 2 + 1] ?? 0)}`,
  };
};

const hex = (word: number): string => word.toString(16).padStart(8, "0");
