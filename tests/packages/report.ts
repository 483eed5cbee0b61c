import { type DatasetRows, renderReport } from "@readout/report";

const empty: DatasetRows = () => [];
if (!renderReport(empty, { title: "A < B" }).includes("<title>A &lt; B</title>"))
  throw new Error("the page is not there");
