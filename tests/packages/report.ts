import { pageTemplate } from "@readout/report";

if (!pageTemplate().includes("Content-Security-Policy")) throw new Error("the page is not there");
