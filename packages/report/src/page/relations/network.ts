import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type Simulation,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from "d3-force";
import { svgElement } from "../parts/element.js";
import { whenIdle } from "../parts/when-idle.js";
import { count } from "../words/count.js";
import { mainFamily, type Pair } from "./count-pairs.js";

type Node<Party> = SimulationNodeDatum & { party: Party; events: number; radius: number };
type Edge<Party> = SimulationLinkDatum<Node<Party>> & { pair: Pair<Party> };

const width = 800;
const height = 520;
/** Enough for the forces to settle; the layout's only chance is d3-force's own seeded one. */
const rounds = 120;

/** Milliseconds for the matrix to be seen first. */
const pause = 200;

/**
 * Pairs as a drawing of circles and lines; a circle is a button that filters by the party. The drawing is laid out when the page has
 * nothing else to do, and then filled.
 */
export const pairNetwork = <Party extends string | number>(
  pairs: readonly Pair<Party>[],
  parties: readonly Party[],
  name: (party: Party) => string,
  choose: (party: Party) => void,
): SVGSVGElement => {
  const drawing = svgElement("svg", {
    viewBox: `0 0 ${width} ${height}`,
    class: "network",
    role: "group",
    "aria-label": "Network of parties",
  });
  const draw = (): void => {
    const { nodes, edges } = partsOf(pairs, parties);
    const simulation = forcesOn(nodes, edges);
    whenIdle(rounds + 1, (round) => {
      if (round < rounds) simulation.tick();
      else drawing.replaceChildren(...edgeLines(edges), ...nodes.map((node) => circle(node, name, choose)));
    });
  };
  setTimeout(draw, pause);
  return drawing;
};

const partsOf = <Party extends string | number>(
  pairs: readonly Pair<Party>[],
  parties: readonly Party[],
): Readonly<{ nodes: Node<Party>[]; edges: Edge<Party>[] }> => {
  const shown = new Set(parties);
  const inside = pairs.filter(({ from, to }) => shown.has(from) && shown.has(to));
  const nodes: Node<Party>[] = parties.map((party) => {
    const own = inside.filter(({ from, to }) => from === party || to === party);
    const events = own.reduce((sum, pair) => sum + pair.events, 0);
    return { party, events, radius: Math.min(34, 5 + 2.4 * Math.sqrt(events)) };
  });
  const nodeOf = new Map(nodes.map((node) => [node.party, node]));
  const edges = inside.flatMap((pair): Edge<Party>[] => {
    const [source, target] = [nodeOf.get(pair.from), nodeOf.get(pair.to)];
    return source === undefined || target === undefined ? [] : [{ source, target, pair }];
  });
  return { nodes, edges };
};

const forcesOn = <Party>(nodes: Node<Party>[], edges: Edge<Party>[]): Simulation<Node<Party>, Edge<Party>> =>
  forceSimulation<Node<Party>, Edge<Party>>(nodes)
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
    .alphaDecay(1 - 0.001 ** (1 / rounds))
    .stop();

/** Kept inside the drawing, with room for the name. */
const xOf = ({ x }: Node<unknown>): number => Math.round(Math.max(60, Math.min(width - 60, x ?? 0)));
const yOf = ({ y, radius }: Node<unknown>): number =>
  Math.round(Math.max(radius + 2, Math.min(height - radius - 18, y ?? 0)));

const edgeLines = <Party>(edges: readonly Edge<Party>[]): readonly SVGElement[] => {
  const most = Math.max(1, ...edges.map(({ pair }) => pair.events));
  return edges.map(({ source, target, pair }) => {
    const [from, to] = [source as Node<Party>, target as Node<Party>];
    return svgElement("line", {
      x1: xOf(from),
      y1: yOf(from),
      x2: xOf(to),
      y2: yOf(to),
      "stroke-width": (1 + 5 * Math.sqrt(pair.events / most)).toFixed(1),
      "data-family": mainFamily(pair.byFamily),
    });
  });
};

const circle = <Party>(
  node: Node<Party>,
  name: (party: Party) => string,
  choose: (party: Party) => void,
): SVGElement => {
  const group = svgElement(
    "g",
    {
      role: "button",
      tabindex: 0,
      "aria-label": `${name(node.party)}: ${count(node.events, "event")}`,
      transform: `translate(${xOf(node)} ${yOf(node)})`,
    },
    svgElement("circle", { r: Math.round(node.radius) }),
    svgElement("text", { y: Math.round(node.radius) + 13 }, name(node.party)),
  );
  group.addEventListener("click", () => choose(node.party));
  group.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    choose(node.party);
  });
  return group;
};
