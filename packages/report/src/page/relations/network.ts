import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3-force";
import { svgElement } from "../parts/element.js";
import { count } from "../words/count.js";
import { mainFamily, type Pair } from "./count-pairs.js";

type Node<Party> = SimulationNodeDatum & { party: Party; events: number; radius: number };
type Edge<Party> = SimulationLinkDatum<Node<Party>> & { pair: Pair<Party> };

const width = 800;
const height = 520;
/** Enough for the forces to settle; the layout's only chance is d3-force's own seeded one. */
const rounds = 260;

/** Pairs as a drawing of circles and lines; a circle is a button that filters by the party. */
export const pairNetwork = <Party extends string | number>(
  pairs: readonly Pair<Party>[],
  parties: readonly Party[],
  name: (party: Party) => string,
  choose: (party: Party) => void,
): SVGSVGElement => {
  const { nodes, edges } = layOut(pairs, parties);
  const most = Math.max(1, ...edges.map(({ pair }) => pair.events));
  const lines = edges.map(({ source, target, pair }) => {
    const [a, b] = [source as Node<Party>, target as Node<Party>];
    return svgElement("line", {
      x1: round(a.x),
      y1: round(a.y),
      x2: round(b.x),
      y2: round(b.y),
      "stroke-width": round(1 + 5 * Math.sqrt(pair.events / most)),
      "data-family": mainFamily(pair.byFamily),
    });
  });
  const circles = nodes.map((node) => {
    const group = svgElement(
      "g",
      {
        role: "button",
        tabindex: 0,
        "aria-label": `${name(node.party)}: ${count(node.events, "event")}`,
        transform: `translate(${round(node.x)} ${round(node.y)})`,
      },
      svgElement("circle", { r: round(node.radius) }),
      svgElement("text", { y: round(node.radius + 13) }, name(node.party)),
    );
    group.addEventListener("click", () => choose(node.party));
    group.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose(node.party);
    });
    return group;
  });
  return svgElement(
    "svg",
    {
      viewBox: `0 0 ${width} ${height}`,
      class: "network",
      role: "group",
      "aria-label": "Network of parties",
    },
    ...lines,
    ...circles,
  );
};

const layOut = <Party extends string | number>(
  pairs: readonly Pair<Party>[],
  parties: readonly Party[],
): Readonly<{ nodes: readonly Node<Party>[]; edges: readonly Edge<Party>[] }> => {
  const shown = new Set(parties);
  const inside = pairs.filter(({ from, to }) => shown.has(from) && shown.has(to));
  const events = (party: Party): number =>
    inside.reduce((sum, pair) => sum + (pair.from === party || pair.to === party ? pair.events : 0), 0);
  const nodes: Node<Party>[] = parties.map((party) => {
    const own = events(party);
    return { party, events: own, radius: 5 + 2.4 * Math.sqrt(own) };
  });
  const nodeOf = new Map(nodes.map((node) => [node.party, node]));
  const edges: Edge<Party>[] = inside.flatMap((pair) => {
    const [source, target] = [nodeOf.get(pair.from), nodeOf.get(pair.to)];
    return source === undefined || target === undefined ? [] : [{ source, target, pair }];
  });
  forceSimulation(nodes)
    .force(
      "links",
      forceLink<Node<Party>, Edge<Party>>(edges)
        .distance(110)
        .strength(({ pair }) => Math.min(0.6, 0.12 * Math.sqrt(pair.events))),
    )
    .force("apart", forceManyBody().strength(-420))
    .force(
      "room",
      forceCollide<Node<Party>>(({ radius }) => radius + 20),
    )
    .force("x", forceX(width / 2).strength(0.06))
    .force("y", forceY(height / 2).strength(0.11))
    .stop()
    .tick(rounds);
  for (const node of nodes) {
    node.x = Math.max(60, Math.min(width - 60, node.x ?? 0));
    node.y = Math.max(30, Math.min(height - 36, node.y ?? 0));
  }
  return { nodes, edges };
};

const round = (value: number | undefined): number => Math.round((value ?? 0) * 10) / 10;
