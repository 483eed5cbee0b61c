import { type Day, type DayInterval, type Diagnostic, diagnostic, isoDay, type Span } from "@readout/model";

/** Days in which a text can have been published. */
export type Stretch = DayInterval;

/** One thing in the text that bounds its date: published within one of some stretches, which are disjoint and in order. */
export type Evidence = Readonly<{
  stretches: readonly Stretch[];
  /** For people: "a caption says April 16, 2016". */
  reason: string;
  span: Span;
}>;

export const notBefore = (day: Day, reason: string, span: Span): Evidence => ({
  stretches: [{ earliest: day, latest: null }],
  reason,
  span,
});

const open: readonly Stretch[] = [{ earliest: null, latest: null }];

/** The stretches that two lists have in common. */
export const intersect = (a: readonly Stretch[], b: readonly Stretch[]): readonly Stretch[] =>
  a.flatMap((x) =>
    b.flatMap((y) => {
      const earliest =
        x.earliest === null
          ? y.earliest
          : y.earliest === null
            ? x.earliest
            : Math.max(x.earliest, y.earliest);
      const latest =
        x.latest === null ? y.latest : y.latest === null ? x.latest : Math.min(x.latest, y.latest);
      return earliest !== null && latest !== null && earliest > latest ? [] : [{ earliest, latest }];
    }),
  );

/** What the evidence leaves, and what of it had a part in that. */
export type Verdict = Readonly<{
  stretches: readonly Stretch[];
  used: readonly Evidence[];
  against: Evidence | null;
}>;

/** Intersects evidence, the surest first. What contradicts all that came before it is left out and named in `against`. */
export const weigh = (evidence: readonly Evidence[]): Verdict => {
  let stretches = open;
  let against: Evidence | null = null;
  const used: Evidence[] = [];
  for (const piece of evidence) {
    const narrowed = intersect(stretches, piece.stretches);
    if (narrowed.length === 0) {
      against ??= piece;
      continue;
    }
    const before = hullOf(stretches);
    const after = hullOf(narrowed);
    if (before.earliest !== after.earliest || before.latest !== after.latest) used.push(piece);
    stretches = narrowed;
  }
  return { stretches, used, against };
};

/** The shortest stretch that holds all of some. */
export const hullOf = (stretches: readonly Stretch[]): Stretch => ({
  earliest: stretches[0]?.earliest ?? null,
  latest: stretches.at(-1)?.latest ?? null,
});

/** What was used, as diagnostics: one for each bound that a piece of evidence gives. */
export const explain = ({ used, against }: Verdict): readonly Diagnostic[] => [
  ...used.flatMap(({ stretches, reason, span }) => {
    const { earliest, latest } = hullOf(stretches);
    return [
      ...(earliest === null
        ? []
        : [
            diagnostic(
              "published_evidence",
              { relation: "not before", day: isoDay(earliest) ?? "", reason },
              span,
            ),
          ]),
      ...(latest === null
        ? []
        : [
            diagnostic(
              "published_evidence",
              { relation: "not after", day: isoDay(latest) ?? "", reason },
              span,
            ),
          ]),
    ];
  }),
  ...(against === null ? [] : [diagnostic("published_conflict", { reason: against.reason }, against.span)]),
];
