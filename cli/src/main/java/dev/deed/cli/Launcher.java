package dev.deed.cli;

import dev.deed.cli.host.FrugalHeap;
import dev.deed.cli.host.Surroundings;
import io.quarkus.runtime.annotations.QuarkusMain;

/// Where the process begins. Public because Quarkus calls it from a class that it makes. What
/// Quarkus would start here, a container and its configuration, no command needs, and it would read
/// `.env` and `config/` in the caller's folder.
@QuarkusMain
public final class Launcher {

  private Launcher() {}

  public static void main(String[] arguments) {
    NativeStart.complete();
    FrugalHeap.watch();
    Surroundings.end(Program.run(Surroundings.ofThisProcess(), arguments));
  }
}
