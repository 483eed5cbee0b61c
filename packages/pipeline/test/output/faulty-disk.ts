import type * as fs from "node:fs";
import { join } from "node:path";

type FileSystem = typeof fs;

/**
 * The file system of node with a fault at one call that changes something. `fail`: this call fails and the next ones work. `full`:
 * this call and all later ones that need room fail. `cut`: this call and all later ones fail, as nothing happens any more after
 * the power went; {@link FaultyDisk.losePower} then takes from the disk what had not been synced.
 */
export type Fault = Readonly<{ kind: "fail" | "full" | "cut"; at: number }>;

export class FaultyDisk {
  fault: Fault | null = null;
  /** Calls that changed something. */
  calls = 0;
  /** What the system says of its start. */
  boot = "first";
  private readonly dirty = new Set<number>();
  private readonly paths = new Map<number, string>();
  private renames: Readonly<{ from: string; to: string }>[] = [];

  constructor(private readonly real: FileSystem) {}

  begin(fault: Fault | null): void {
    this.fault = fault;
    this.calls = 0;
    this.dirty.clear();
    this.renames = [];
  }

  /** The functions that Readout changes the disk with, and the one that asks for the machine's start. */
  functions(): Partial<FileSystem> {
    const { real } = this;
    const counted =
      <Args extends unknown[], Result>(room: boolean, call: (...args: Args) => Result) =>
      (...args: Args): Result => {
        this.count(room);
        return call(...args);
      };
    const wrapped = {
      openSync: (path: string, flags = "r", mode?: number) => {
        if (flags === "w" || flags === "wx") this.count(true);
        const descriptor = real.openSync(path, flags, mode);
        this.paths.set(descriptor, path);
        return descriptor;
      },
      writeSync: counted(true, (descriptor: number, bytes: Uint8Array, at: number) => {
        this.dirty.add(real.fstatSync(descriptor).ino);
        return real.writeSync(descriptor, bytes, at);
      }),
      writeFileSync: counted(true, (path: string, text: string, options: fs.WriteFileOptions) => {
        real.writeFileSync(path, text, options);
        this.dirty.add(real.statSync(path).ino);
      }),
      fsyncSync: counted(false, (descriptor: number) => {
        // The real call would only cost time.
        this.dirty.delete(real.fstatSync(descriptor).ino);
        const synced = this.paths.get(descriptor);
        this.renames = this.renames.filter(({ to }) => join(to, "..") !== synced);
      }),
      renameSync: counted(false, (from: string, to: string) => {
        real.renameSync(from, to);
        this.renames.push({ from, to });
      }),
      mkdirSync: counted(true, real.mkdirSync),
      mkdtempSync: counted(true, real.mkdtempSync),
      rmSync: counted(false, real.rmSync),
      rmdirSync: counted(false, real.rmdirSync),
      readFileSync: (path: string, encoding?: BufferEncoding) =>
        path.endsWith("/boot_id") ? this.boot : real.readFileSync(path, encoding),
    };
    return wrapped as unknown as Partial<FileSystem>;
  }

  /**
   * Starts the machine again after a cut: of the renames that were not synced the first `kept` were done, and files that were
   * not synced have lost their second half.
   */
  losePower(root: string, kept: number): void {
    this.fault = null;
    this.boot = `after ${this.boot}`;
    for (const { from, to } of this.renames.slice(kept).reverse()) {
      if (this.real.existsSync(to) && !this.real.existsSync(from)) this.real.renameSync(to, from);
    }
    for (const entry of this.real.readdirSync(root, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const { ino, size } = this.real.statSync(path);
      if (entry.isFile() && this.dirty.has(ino)) this.real.truncateSync(path, size >> 1);
    }
  }

  private count(needsRoom: boolean): void {
    const { fault } = this;
    this.calls++;
    if (fault === null || this.calls < fault.at) return;
    if (fault.kind === "fail" && this.calls > fault.at) return;
    if (fault.kind === "full" && !needsRoom) return;
    const code = fault.kind === "full" ? "ENOSPC" : "EIO";
    throw Object.assign(new Error(`${code}: call ${this.calls}`), { code, syscall: "test" });
  }
}
