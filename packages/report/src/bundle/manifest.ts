/** Something that the page does not hold although the dataset does: "1,200 of 51,200 events: …". */
export type LeftOut = Readonly<{ what: string; left: number; of: number; why: string }>;

/** What the page knows of itself, as JSON beside the columns. */
export type Manifest = Readonly<{
  title: string;
  description: string | null;
  text: "full" | "none";
  /** Rows of the dataset by table, whatever the page holds of them. */
  rows: Readonly<Record<string, number>>;
  leftOut: readonly LeftOut[];
}>;
