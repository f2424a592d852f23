// Builds static/build: one style sheet, the scripts beside it, the icon.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const govuk = join(modules, "govuk-frontend", "dist", "govuk");
const target = join(here, "..", "static", "build");

const copied = [
  join(govuk, "govuk-frontend.min.js"),
  join(govuk, "govuk-frontend.min.js.map"),
  join(here, "headship.js"),
  join(here, "headship.svg"),
];

const style = sass.compile(join(here, "headship.scss"), {
  loadPaths: [modules],
  logger: {
    warn(message) {
      throw new Error(message);
    },
  },
  quietDeps: true,
  style: "compressed",
});

mkdirSync(target, { recursive: true });
for (const file of copied) copyFileSync(file, join(target, basename(file)));
writeFileSync(join(target, "headship.css"), style.css);
