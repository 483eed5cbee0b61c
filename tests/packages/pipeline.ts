import { type BuildOptions, silent } from "@readout/pipeline";

const formats: BuildOptions["formats"] = ["csv"];
console.log(formats, typeof silent);
